package admin

import (
	"archive/zip"
	"bytes"
	"context"
	"net/http"
	"regexp"
	"slices"
	"strings"

	"secondlook/internal/policy"
	"secondlook/internal/publish"
	"secondlook/internal/store"
)

// paths are the names that a file of an agency's rules may have. They are keys
// of the database: nothing here is ever a file of this machine.
var paths = regexp.MustCompile(`^(agency\.yaml|words\.yaml|(rules|practice)/[a-z0-9][a-z0-9-]{0,60}\.yaml|guidance/[a-z0-9][a-z0-9-]{0,60}(\.[a-z]{2,3})?\.md)$`)

func validPath(path string) bool { return paths.MatchString(path) }

const (
	mostFiles = 200
	mostText  = 200 << 10 // bytes of a file
)

// working is the agency's rules as they are being written.
type working struct {
	Files  []store.Working
	Source *publish.Source // nil where it cannot be read
	Faults []string        // why not
	Editor string          // id of who edited last
	zip    []byte
}

// working reads the agency's files, and what they say.
func (a *Admin) working(ctx context.Context, agency string) (*working, error) {
	files, err := a.store.WorkingFiles(ctx, agency)
	if err != nil {
		return nil, err
	}
	return read(files, agency)
}

// with are the files with one of them written anew, or one more.
func (w *working) with(path, text string) []store.Working {
	files := slices.Clone(w.Files)
	i := slices.IndexFunc(files, func(f store.Working) bool { return f.Path == path })
	if i < 0 {
		return append(files, store.Working{Path: path, Text: text})
	}
	files[i].Text = text
	return files
}

// read reads an agency's files.
func read(files []store.Working, agency string) (*working, error) {
	w := &working{Files: files}
	last := int64(-1)
	for _, f := range files {
		if f.Edited > last {
			last, w.Editor = f.Edited, f.Editor
		}
	}
	var err error
	if w.zip, err = packed(files); err != nil {
		return nil, err
	}
	folder, err := zip.NewReader(bytes.NewReader(w.zip), int64(len(w.zip)))
	if err != nil {
		return nil, err
	}
	w.Source, err = publish.ReadAgency(folder)
	if err == nil && w.Source.Bundle.Agency != agency {
		err = refuse("agency.yaml: the id has to be " + agency + ", the one this agency was founded with")
	}
	if err != nil {
		w.Faults = faults(err)
	}
	return w, nil
}

// faults are the errors that an error joins.
func faults(err error) (out []string) {
	if all, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range all.Unwrap() {
			out = append(out, faults(e)...)
		}
		return out
	}
	return []string{err.Error()}
}

// packed is the folder as a zip file: what the command line works on.
func packed(files []store.Working) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		w, err := z.Create(f.Path)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write([]byte(f.Text)); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// Readable reports whether the files can be read.
func (w *working) Readable() bool { return len(w.Faults) == 0 }

// blob is the bundle of the files, which can be read.
func (w *working) blob() []byte { return policy.EncodeBundle(w.Source.Bundle) }

// file is one of the files.
func (w *working) file(path string) (store.Working, bool) {
	i := slices.IndexFunc(w.Files, func(f store.Working) bool { return f.Path == path })
	if i < 0 || !validPath(path) {
		return store.Working{}, false
	}
	return w.Files[i], true
}

// Languages are those that the agency writes in, the first one first; English
// where agency.yaml cannot be read.
func (w *working) Languages() []string {
	if w.Source == nil || w.Source.Bundle == nil || len(w.Source.Bundle.Languages) == 0 || w.Source.Bundle.Languages[0] == "" {
		return []string{"en"}
	}
	return w.Source.Bundle.Languages
}

// Pages are the names of the pages of guidance, each once.
func (w *working) Pages() (out []string) {
	for _, f := range w.Files {
		if name, ok := strings.CutPrefix(f.Path, "guidance/"); ok {
			name, _, _ = strings.Cut(name, ".")
			if !slices.Contains(out, name) {
				out = append(out, name)
			}
		}
	}
	return out
}

// In is the text of a saying in the bundle's first language, for templates.
func (w *working) In(t policy.Text) string { return policy.In(t, "") }

// download hands the folder out.
func (a *Admin) download(v *visit) error {
	w, err := a.working(v.r.Context(), v.agency.ID)
	if err != nil {
		return err
	}
	return v.file(v.agency.ID+"-rules.zip", "application/zip", w.zip)
}

// filePage is one file in a text field.
type filePage struct {
	store.Working
	Wrong  string
	Faults []string
}

// YAML reports whether the file is one, and no page of guidance.
func (p filePage) YAML() bool { return strings.HasSuffix(p.Path, ".yaml") }

func (a *Admin) fileForm(v *visit) error {
	path := v.r.URL.Query().Get("path")
	if !validPath(path) {
		return store.ErrNotFound
	}
	f, err := a.store.WorkingFile(v.r.Context(), v.agency.ID, path)
	if err != nil {
		return err
	}
	w, err := a.working(v.r.Context(), v.agency.ID)
	if err != nil {
		return err
	}
	of := slices.DeleteFunc(w.Faults, func(s string) bool { return !strings.HasPrefix(s, path) })
	return a.show(v, http.StatusOK, "file", filePage{Working: f, Faults: of})
}

// saveFile writes a file over the revision that the form was made of.
func (a *Admin) saveFile(v *visit) error {
	f := store.Working{Agency: v.agency.ID, Path: v.field("path"), Text: v.text("text"), Editor: v.member.ID, Edited: a.now()}
	f.Revision = revision(v.field("revision"))
	if !validPath(f.Path) {
		return refuse("A name is of small letters, digits and dashes, such as house-rules.")
	}
	if len(f.Text) > mostText {
		return refuse("This text is too long: at most 200 KB.")
	}
	done := "saved"
	if strings.HasPrefix(f.Path, "guidance/") {
		c := publish.CleanPage(f.Text)
		if f.Text = c.Text; c.Taken {
			done = "cleaned"
		}
	}
	if err := a.put(v, f); err != nil {
		return err
	}
	return v.to(backOf(f.Path), done)
}

// put keeps an edit, and notes who made it.
func (a *Admin) put(v *visit, f store.Working) error {
	ctx := v.r.Context()
	if f.Revision == 0 {
		files, err := a.store.WorkingFiles(ctx, v.agency.ID)
		if err != nil {
			return err
		}
		if len(files) >= mostFiles {
			return refuse("There are 200 files already; put several rules into one.")
		}
	}
	if _, err := a.store.PutWorking(ctx, f); err != nil {
		return err
	}
	return a.note(ctx, v.member, "edit", f.Path)
}

// dropFile removes a file. Who removed it is the last editor: agency.yaml, which
// stays, keeps that.
func (a *Admin) dropFile(v *visit) error {
	ctx, path := v.r.Context(), v.field("path")
	if !validPath(path) || path == "agency.yaml" {
		return refuse("This file stays: every agency has one.")
	}
	if err := a.store.DropWorking(ctx, v.agency.ID, path, revision(v.field("revision"))); err != nil {
		return err
	}
	if err := a.note(ctx, v.member, "remove", path); err != nil {
		return err
	}
	if err := a.touch(v); err != nil {
		return err
	}
	return v.to(backOf(path), "removed")
}

func (a *Admin) touch(v *visit) error {
	f, err := a.store.WorkingFile(v.r.Context(), v.agency.ID, "agency.yaml")
	if err != nil {
		return err
	}
	f.Editor, f.Edited = v.member.ID, a.now()
	_, err = a.store.PutWorking(v.r.Context(), f)
	return err
}

// backOf is the page that a file belongs to.
func backOf(path string) string {
	folder, _, _ := strings.Cut(path, "/")
	switch folder {
	case "rules", "guidance", "practice":
		return "/admin/" + folder
	}
	return "/admin/policy"
}
