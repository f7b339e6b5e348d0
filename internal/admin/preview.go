package admin

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"net/http"
	"path"
	"strings"
	"sync"
	"time"

	"secondlook/internal/policy"
	"secondlook/internal/publish"
	"secondlook/internal/store"
)

// Scripts of the pages, as `make extension` builds them from extension/pages/desk:
// the preview of a post, and the editor of YAML. On a fresh clone there are none,
// and the pages do without.
//
//go:embed all:script
var scripts embed.FS

// scriptsOf names the scripts of a page.
var scriptsOf = map[string][]string{
	"rules": {"preview.js"}, "rule": {"preview.js"}, "file": {"preview.js", "editor.js"},
}

// Policies of what runs. A page's script reaches this server alone; the worker in
// which the engine reads a pasted post reaches nothing at all.
const (
	scriptPolicy = contentPolicy + "; script-src 'self'; worker-src 'self'; connect-src 'self'"
	workerPolicy = "default-src 'none'; script-src 'wasm-unsafe-eval'"
)

// Scripts are those of the page, where they were built.
func (p page) Scripts() []string {
	if _, err := scripts.ReadFile("script/preview.js"); err != nil {
		return nil
	}
	return scriptsOf[p.Name]
}

var scriptTypes = map[string]string{".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}

// serveScript answers with a script or its style; nothing of an agency is in it.
func (a *Admin) serveScript(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	b, err := scripts.ReadFile("script/" + name)
	kind := scriptTypes[path.Ext(name)]
	if err != nil || kind == "" {
		a.nothing(w, r)
		return
	}
	if name == "worker.js" {
		w.Header().Set("Content-Security-Policy", workerPolicy)
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Cache-Control", "no-cache")
	serveTagged(w, r, b)
}

// serveTagged answers with bytes that a browser may keep and ask about.
func serveTagged(w http.ResponseWriter, r *http.Request, b []byte) {
	sum := sha256.Sum256(b)
	w.Header().Set("ETag", `"`+hex.EncodeToString(sum[:16])+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(b))
}

// engine is engine.wasm, the one that proves, for the preview.
type engine struct {
	wasm   []byte
	packed func() []byte
}

func newEngine(wasm []byte) engine {
	return engine{wasm, sync.OnceValue(func() []byte {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		_, _ = z.Write(wasm) // a buffer takes all
		_ = z.Close()
		return b.Bytes()
	})}
}

func (a *Admin) serveEngine(w http.ResponseWriter, r *http.Request) {
	if len(a.engine.wasm) == 0 {
		a.nothing(w, r)
		return
	}
	w.Header().Set("Content-Type", "application/wasm")
	w.Header().Set("Cache-Control", "no-cache")
	w.Header().Set("Vary", "Accept-Encoding")
	if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		w.Header().Set("Content-Encoding", "gzip")
		serveTagged(w, r, a.engine.packed())
		return
	}
	serveTagged(w, r, a.engine.wasm)
}

// previewRules hands out the bundle of the rules as they are being written. Posts
// are tried on it in the page: none ever comes here.
func (a *Admin) previewRules(v *visit) error {
	w, err := a.working(v.r.Context(), v.agency.ID)
	if err != nil {
		return err
	}
	return v.bundle(w)
}

// previewForm is previewRules with what a form holds that is not saved yet: a
// rule, or the text of a file. Nothing is kept.
func (a *Admin) previewForm(v *visit) error {
	w, err := a.working(v.r.Context(), v.agency.ID)
	if err != nil {
		return err
	}
	at, text := v.field("path"), v.text("text")
	if !v.r.PostForm.Has("text") {
		p := ruleOf(v, w.Languages())
		whole(&p.PlainRule, w.Languages()[0])
		if p.Wrong = wrongRule(&p.PlainRule, w.Languages()[0]); p.Wrong != "" {
			return v.cannot(p.Wrong)
		}
		at, text, err = w.withRule(&p)
	}
	if err != nil {
		return v.cannot("Somebody else has changed this since you opened it, so it cannot be tried with what is not saved.")
	}
	if !validPath(at) || len(text) > mostText {
		return store.ErrNotFound
	}
	next, err := read(w.with(at, text), v.agency.ID)
	if err != nil {
		return err
	}
	return v.bundle(next)
}

// whole fills in what a rule lacks that is still being written, so that it can be
// tried from its first wording on.
func whole(r *publish.PlainRule, first string) {
	r.ID = cmp.Or(r.ID, "new.rule")
	r.Message[first] = cmp.Or(r.Message[first], "What the worker reads stands here.")
	r.Why[first] = cmp.Or(r.Why[first], "And here, why.")
	for len(r.Examples.Flag) < 3 {
		r.Examples.Flag = append(r.Examples.Flag, "Still to be written.")
	}
	for len(r.Examples.Pass) < 3 {
		r.Examples.Pass = append(r.Examples.Pass, "Still to be written.")
	}
}

// bundle answers with the packed rules, or says why there are none.
func (v *visit) bundle(w *working) error {
	if !w.Readable() {
		return v.cannot(strings.Join(w.Faults, "\n"))
	}
	blob := w.blob()
	if len(blob) > policy.MaxBundle {
		return v.cannot("The rules are too large: a bundle has at most 1 MB.")
	}
	v.w.Header().Set("Content-Type", "application/octet-stream")
	_, err := v.w.Write(blob)
	return err
}

// cannot answers the script of a page in words.
func (v *visit) cannot(why string) error {
	v.w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	v.w.WriteHeader(http.StatusUnprocessableEntity)
	_, err := v.w.Write([]byte(why))
	return err
}
