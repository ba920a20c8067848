// What the server says of its schemas, and the tree that is made of it.

export interface Field {
  name: string;
  /** The field's class, as Django calls it. */
  type: string;
  /** The label of the model that a relation leads to. */
  target?: string;
  /** The relation is another model's, seen from its other end. */
  isReverse: boolean;
  help: string;
}

export interface Model {
  label: string;
  name: string;
  fields: Field[];
}

export interface Parameter {
  name: string;
  detail: string;
}

export interface Endpoint {
  name: string;
  /** The label of the model that it lists. */
  model?: string;
  parameters: Parameter[];
}

export interface Schema {
  title: string;
  version: string;
  endpoints: Endpoint[];
  models: Model[];
}

/** A line of the tree. Relations go on for ever, so children are made when they are asked for. */
export interface Node {
  kind: 'group' | 'endpoint' | 'model' | 'field' | 'relation' | 'reverse' | 'parameter';
  label: string;
  detail: string;
  help: string;
  parent?: Node;
  /** What stands in a query for it. */
  path: string;
  children: () => Node[];
}

const none = (): Node[] => [];

export function treeOf(schema: Schema): Node[] {
  const models = new Map(schema.models.map((model) => [model.label, model]));
  const group = (label: string, detail: string, children: (parent: Node) => Node[]): Node =>
    once({ kind: 'group', label, detail, help: '', path: '', children: none }, children);
  return [
    group('Endpoints', `${schema.title} ${schema.version}`, (parent) =>
      schema.endpoints.map((endpoint) => endpointNode(endpoint, parent, models)),
    ),
    group('Models', `${schema.title} ${schema.version}`, (parent) =>
      schema.models.map((model) =>
        once(
          { kind: 'model', label: model.name, detail: model.label, help: '', parent, path: '', children: none },
          (self) => fieldNodes(model, self, models),
        ),
      ),
    ),
  ];
}

function endpointNode(endpoint: Endpoint, parent: Node, models: Map<string, Model>): Node {
  const model = models.get(endpoint.model ?? '');
  const node: Node = {
    kind: 'endpoint',
    label: endpoint.name,
    detail: model?.name ?? '',
    help: '',
    parent,
    path: '',
    children: none,
  };
  const parameters = (self: Node): Node[] =>
    endpoint.parameters.map(({ name, detail }) => ({
      kind: 'parameter',
      label: name,
      detail,
      help: '',
      parent: self,
      path: '',
      children: none,
    }));
  return once(node, (self) => {
    const group = once(
      { kind: 'group', label: 'Parameters', detail: '', help: '', parent: self, path: '', children: none },
      parameters,
    );
    return [...(endpoint.parameters.length ? [group] : []), ...(model ? fieldNodes(model, self, models) : [])];
  });
}

function fieldNodes(model: Model, parent: Node, models: Map<string, Model>): Node[] {
  return model.fields.map((field) => {
    const target = models.get(field.target ?? '');
    const node: Node = {
      kind: !target ? 'field' : field.isReverse ? 'reverse' : 'relation',
      label: field.name,
      detail: target ? `${field.type} → ${target.name}` : field.type,
      help: field.help,
      parent,
      path: parent.path ? `${parent.path}__${field.name}` : field.name,
      children: none,
    };
    return target ? once(node, (self) => fieldNodes(target, self, models)) : node;
  });
}

/** Children keep their identity, by which VS Code remembers what is open. */
function once(node: Node, make: (self: Node) => Node[]): Node {
  let made: Node[] | undefined;
  node.children = () => (made ??= make(node));
  return node;
}
