;;; alyxls-lsp-mode.el --- alyxls for lsp-mode, beside Python's own server -*- lexical-binding: t -*-

(require 'lsp-mode)

(define-derived-mode alyxls-notebook-mode prog-mode "Notebook" "The JSON of a Jupyter notebook.")
(add-to-list 'auto-mode-alist '("\\.ipynb\\'" . alyxls-notebook-mode))
(add-to-list 'lsp-language-id-configuration '(alyxls-notebook-mode . "jupyter"))

(lsp-register-client
 (make-lsp-client :server-id 'alyxls
                  :new-connection (lsp-stdio-connection "alyxls")
                  :activation-fn (lsp-activate-on "python" "markdown" "jupyter")
                  :add-on? t))

(provide 'alyxls-lsp-mode)
;;; alyxls-lsp-mode.el ends here
