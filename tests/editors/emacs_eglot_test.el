;;; emacs_eglot_test.el --- Emacs with a script and a notebook: sees, mends, reads, completes -*- lexical-binding: t -*-
;; Run by emacs.sh, in a folder with copies of both.

(require 'ert)
(require 'alyxls-eglot)

(setq eglot-sync-connect 60
      eglot-connect-timeout 60
      eglot-send-changes-idle-time 0
      completion-auto-help nil
      make-backup-files nil)

(defun alyxls-await (what condition)
  "Let Emacs work until CONDITION gives something, which is returned; WHAT says in an error what did not come."
  (let ((deadline (+ (float-time) 60)) result)
    (while (not (or (setq result (funcall condition)) (> (float-time) deadline)))
      (accept-process-output nil 0.02))
    (or result (error "%s did not come within 60 s; the buffer has:\n%s" what (buffer-string)))))

(defun alyxls-mistakes ()
  (mapcar (lambda (one) (buffer-substring (flymake-diagnostic-beg one) (flymake-diagnostic-end one)))
          (flymake-diagnostics)))

(defun alyxls-open (name)
  "Visit a file, start the server, and see its mistake."
  (find-file name)
  (apply #'eglot (eglot--guess-contact))
  (flymake-start)
  (alyxls-await "the diagnostic" #'flymake-diagnostics)
  (should (equal (alyxls-mistakes) '("nicknam")))
  (let ((said (flymake-diagnostic-text (car (flymake-diagnostics)))))
    (should (string-match-p "AQ205" said))
    (should (string-match-p "did you mean `nickname`" said))))

(defun alyxls-go (word)
  (goto-char (point-min))
  (search-forward word))

(defun alyxls-fix (word title)
  "Take the code action at WORD whose title begins so."
  (alyxls-go word)
  (cl-letf (((symbol-function 'completing-read)
             (lambda (_prompt items &rest _)
               (or (car (cl-find-if (lambda (item) (string-prefix-p title (car item))) items))
                   (error "Not offered: %s among %S" title (mapcar #'car items)))))
            (last-nonmenu-event ?a))
    (call-interactively #'eglot-code-actions))
  (save-buffer) ; without keys Emacs is never idle, and sends changes only now
  (alyxls-await "the end of the diagnostics" (lambda () (null (flymake-diagnostics)))))

(ert-deftest alyxls-script ()
  (alyxls-open "script.py")
  (let ((mended (string-replace "nicknam_" "nickname_" (buffer-string)))
        said)
    (alyxls-fix "nicknam" "write `subject__nickname__icontains`")
    (should (equal (buffer-string) mended))

    (alyxls-go "icont")
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq said text)))
    (alyxls-await "the hover" (lambda () said))
    (should (string-match-p "whatever the case" said))

    (goto-char (point-max))
    (insert "one.alyx.rest('sessions', 'list', django='subject__nick')\n")
    (save-buffer)
    (search-backward "')")
    (completion-at-point)
    (should (equal (buffer-string)
                   (concat mended "one.alyx.rest('sessions', 'list', django='subject__nickname')\n"))))
  (eglot-shutdown (eglot-current-server)))

(ert-deftest alyxls-notebook ()
  (alyxls-open "notebook.ipynb")
  (let ((mended (string-replace "nicknam'" "nickname'" (buffer-string))))
    (alyxls-fix "nicknam" "write `subject__nickname__icontains`")
    (should (equal (buffer-string) mended)))
  (eglot-shutdown (eglot-current-server)))

;;; emacs_eglot_test.el ends here
