// Completes everywhere in Python, strings included, and colours `dummy_token` as an enumeration.
const vscode = require('vscode');

exports.activate = (context) => {
  const selector = { language: 'python' };
  const items = ['dummy_first', 'dummy_second', '_private_of_dummy', 'subject_of_dummy'];
  const provideCompletionItems = () => items.map((label) => new vscode.CompletionItem(label));
  const legend = new vscode.SemanticTokensLegend(['enum']);
  const provideDocumentSemanticTokens = (document) => {
    const builder = new vscode.SemanticTokensBuilder(legend);
    for (const match of document.getText().matchAll(/dummy_token/g)) {
      const { line, character } = document.positionAt(match.index);
      builder.push(line, character, match[0].length, 0);
    }
    return builder.build();
  };
  context.subscriptions.push(
    vscode.languages.registerCompletionItemProvider(selector, { provideCompletionItems }, '.'),
    vscode.languages.registerDocumentSemanticTokensProvider(selector, { provideDocumentSemanticTokens }, legend),
  );
};
