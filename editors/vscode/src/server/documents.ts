// Which documents are the server's, and what of its offers VS Code is not told.
import * as vscode from 'vscode';
import { SemanticTokensRegistrationType } from 'vscode-languageclient';
import type { BaseLanguageClient } from 'vscode-languageclient';

const languages = [
  'python', 'markdown', 'javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'shellscript', 'matlab',
  'restructuredtext', 'alyxq',
];
/** Those of files as they are; the old versions in a comparison (`git:`) are nobody's to mend. */
const schemes = ['file', 'untitled', 'vscode-notebook-cell', 'vscode-vfs', 'vscode-remote', 'memfs'];

export const selector = languages.flatMap((language) => schemes.map((scheme) => ({ language, scheme })));

export const isServed = (document: vscode.TextDocument): boolean => vscode.languages.match(selector, document) > 0;

/**
 * VS Code takes the semantic tokens of one provider only: registering ours would switch off those of Python's own
 * extension. They are asked for by `QueryColours` instead.
 */
export function keepTokensUnregistered(client: BaseLanguageClient): void {
  const tokens = client.getFeature(SemanticTokensRegistrationType.method);
  tokens.initialize = () => {};
  tokens.register = () => {};
}
