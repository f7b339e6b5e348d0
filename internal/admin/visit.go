package admin

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"secondlook/internal/publish"
	"secondlook/internal/store"
)

// visit is one request and who makes it.
type visit struct {
	w       http.ResponseWriter
	r       *http.Request
	session store.Session // zero for anyone
	member  store.Member
	agency  store.Agency
}

// access is who may ask for a page.
type access uint8

const (
	anyone        access = iota
	entered              // signed in, a second factor not yet set up
	author               // and all others with both factors
	reviewer             // and administrators
	administrator        // alone
)

// roles are the roles of members, the one who may least first.
var roles = []string{"author", "reviewer", "administrator"}

func accessOf(role string) access {
	for i, name := range roles {
		if name == role {
			return author + access(i)
		}
	}
	return entered
}

// may reports whether the one who asks may do what access asks for.
func (v *visit) may(who access) bool {
	return who == anyone || v.member.ID != "" && (who == entered || len(v.member.TOTP) > 0 && accessOf(v.member.Role) >= who)
}

// May is may for templates.
func (v *visit) May(role string) bool { return v.may(accessOf(role)) }

// admit finds out who asks, and whether they may.
func (a *Admin) admit(v *visit, who access) error {
	if err := a.recognise(v); err != nil {
		return err
	}
	switch {
	case v.may(who):
		return nil
	case v.member.ID == "":
		return &sorry{http.StatusSeeOther, "/admin/sign-in"}
	case len(v.member.TOTP) == 0:
		return &sorry{http.StatusSeeOther, "/admin/second"}
	}
	return &sorry{http.StatusForbidden, "Your role does not include this. An administrator of your agency can change it."}
}

// read reads a form, of at most most bytes (0: as many as a form of text has)
// and within its time.
func (v *visit) read(most int64) error {
	limit, within := int64(mostForm), formTime
	if most > 0 {
		limit, within = most+mostForm, uploadTime
	}
	control := http.NewResponseController(v.w)
	_ = control.SetReadDeadline(time.Now().Add(within)) // a recorder of tests has none
	v.r.Body = http.MaxBytesReader(v.w, v.r.Body, limit)
	var err error
	if strings.HasPrefix(v.r.Header.Get("Content-Type"), "multipart/form-data") {
		err = v.r.ParseMultipartForm(limit)
	} else {
		err = v.r.ParseForm()
	}
	_ = control.SetReadDeadline(time.Time{})
	_ = control.SetWriteDeadline(time.Now().Add(answerTime))
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		return &sorry{http.StatusRequestEntityTooLarge, "That is more than fits here."}
	}
	if err != nil {
		return &sorry{http.StatusBadRequest, "The form did not arrive whole. Send it again."}
	}
	for _, values := range v.r.PostForm {
		for _, s := range values {
			if !utf8.ValidString(s) || strings.ContainsRune(s, 0) {
				return &sorry{http.StatusBadRequest, "The form holds something that is not text."}
			}
		}
	}
	return nil
}

// field is one line of the form.
func (v *visit) field(name string) string { return strings.TrimSpace(v.r.PostFormValue(name)) }

// text is a field of several lines, as Unix writes them.
func (v *visit) text(name string) string {
	return strings.ReplaceAll(v.r.PostFormValue(name), "\r\n", "\n")
}

// lines are the lines of a field that are not empty.
func (v *visit) lines(name string) (out []string) {
	for line := range strings.Lines(v.text(name)) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// saying is a text in each language: the first has the field's own name, another
// one a field such as why.es. Lines and spaces in it become one space.
func (v *visit) saying(name string, languages []string) publish.Saying {
	out := publish.Saying{}
	for i, lang := range languages {
		if i > 0 {
			name, _, _ = strings.Cut(name, ".")
			name += "." + lang
		}
		if text := strings.Join(strings.Fields(v.r.PostFormValue(name)), " "); text != "" {
			out[lang] = text
		}
	}
	return out
}

// upload is the file that came with the form.
func (v *visit) upload(name string) ([]byte, error) {
	f, _, err := v.r.FormFile(name)
	if err != nil {
		return nil, refuse("Choose the file first.")
	}
	defer f.Close()
	return io.ReadAll(f)
}

// number is a number in the path; ErrNotFound where it is none.
func (v *visit) number(name string) (int64, error) {
	n, err := strconv.ParseInt(v.r.PathValue(name), 10, 64)
	if err != nil || n < 1 {
		return 0, store.ErrNotFound
	}
	return n, nil
}

// to sends the visitor on after something was done; done names what to say.
func (v *visit) to(path, done string) error {
	if done != "" {
		and := "?"
		if strings.Contains(path, "?") {
			and = "&"
		}
		path += and + "done=" + done
	}
	http.Redirect(v.w, v.r, path, http.StatusSeeOther)
	return nil
}

// file answers with a file to save.
func (v *visit) file(name, kind string, b []byte) error {
	v.w.Header().Set("Content-Type", kind)
	v.w.Header().Set("Content-Disposition", `attachment; filename="`+name+`"`)
	_, err := io.Copy(v.w, bytes.NewReader(b))
	return err
}
