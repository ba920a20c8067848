;;; alyxls-eglot.el --- alyxls for eglot -*- lexical-binding: t -*-

(require 'eglot)

(define-derived-mode alyxls-notebook-mode js-mode "Notebook" "The JSON of a Jupyter notebook.")
(add-to-list 'auto-mode-alist '("\\.ipynb\\'" . alyxls-notebook-mode))

;; Each by itself: a server of older versions of eglot knows one language.
(add-to-list 'eglot-server-programs '((alyxls-notebook-mode :language-id "jupyter") "alyxls"))
(add-to-list 'eglot-server-programs '((markdown-mode :language-id "markdown") "alyxls"))
(add-to-list 'eglot-server-programs '((python-mode python-ts-mode) "alyxls"))

(provide 'alyxls-eglot)
;;; alyxls-eglot.el ends here
