;;; emacs_lsp_mode_test.el --- Emacs with lsp-mode: sees, mends, reads, completes -*- lexical-binding: t -*-
;; Run by emacs.sh, in a folder with copies of the script and the notebook.

(require 'ert)
(require 'lsp-completion)
(require 'lsp-diagnostics)
(require 'alyxls-lsp-mode)

(setq lsp-enable-file-watchers nil
      lsp-response-timeout 60
      lsp-enable-snippet nil
      lsp-idle-delay 0
      lsp-enabled-clients '(alyxls)
      lsp-session-file (expand-file-name "session")
      completion-auto-help nil
      make-backup-files nil)

(defun alyxls-await (what condition)
  "Let Emacs work until CONDITION gives something, which is returned; WHAT says in an error what did not come."
  (let ((deadline (+ (float-time) 60)) result)
    (while (not (or (setq result (funcall condition)) (> (float-time) deadline)))
      (accept-process-output nil 0.02))
    (or result (error "%s did not come within 60 s; the buffer has:\n%s" what (buffer-string)))))

(defun alyxls-mistakes ()
  (mapcar (lambda (one)
            (let ((range (lsp--range-to-region (lsp:diagnostic-range one))))
              (cons (lsp:diagnostic-code? one) (buffer-substring (car range) (cdr range)))))
          (gethash (lsp--fix-path-casing buffer-file-name) (lsp-diagnostics t))))

(defun alyxls-open (name)
  "Visit a file, start the server, and see its mistake."
  (lsp-workspace-folders-add default-directory)
  (find-file name)
  ;; Versions before 9 count such characters once, where the protocol counts them twice.
  (while (search-forward "🦉" nil t) (replace-match "owl"))
  (lsp)
  (alyxls-await "the diagnostic" #'alyxls-mistakes)
  (should (equal (alyxls-mistakes) '(("AQ205" . "nicknam")))))

(defun alyxls-fix (word title)
  "Take the code action at WORD whose title begins so."
  (goto-char (point-min))
  (search-forward word)
  (lsp-execute-code-action
   (or (cl-find-if (lambda (action) (string-prefix-p title (lsp:code-action-title action)))
                   (lsp-code-actions-at-point))
       (error "Not offered: %s" title)))
  (alyxls-await "the end of the diagnostics" (lambda () (null (alyxls-mistakes)))))

(defun alyxls-complete (expected)
  "Take the first completion, as company and corfu do: lsp-mode does not finish what Emacs itself completes."
  (pcase-let* ((`(,start ,end ,table . ,more) (lsp-completion-at-point))
               (chosen (car (all-completions (buffer-substring start end) table))))
    (should (equal chosen expected))
    (delete-region start end)
    (insert chosen)
    (funcall (plist-get more :exit-function) chosen 'finished)))

(ert-deftest alyxls-script ()
  (alyxls-open "script.py")
  (let ((mended (string-replace "nicknam_" "nickname_" (buffer-string))))
    (alyxls-fix "nicknam" "write `subject__nickname__icontains`")
    (should (equal (buffer-string) mended))

    (goto-char (point-min))
    (search-forward "icont")
    (let ((hover (lsp-request "textDocument/hover" (lsp--text-document-position-params))))
      (should (string-match-p "whatever the case" (lsp--render-on-hover-content (lsp:hover-contents hover) t))))

    (goto-char (point-max))
    (insert "one.alyx.rest('sessions', 'list', django='subject__nick')\n")
    (search-backward "')")
    (alyxls-complete "nickname")
    (should (equal (buffer-string)
                   (concat mended "one.alyx.rest('sessions', 'list', django='subject__nickname')\n")))))

(ert-deftest alyxls-notebook ()
  (alyxls-open "notebook.ipynb")
  (let ((mended (string-replace "nicknam'" "nickname'" (buffer-string))))
    (alyxls-fix "nicknam" "write `subject__nickname__icontains`")
    (should (equal (buffer-string) mended))))

;;; emacs_lsp_mode_test.el ends here
