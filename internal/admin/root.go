package admin

import (
	"encoding/base64"
	"errors"
	"html/template"
	"net/http"
	"strings"
	"time"

	"secondlook/internal/issue"
	"secondlook/internal/trust"
)

// rootPage is who speaks for the agency.
type rootPage struct {
	Root    *trust.Root // nil before the first
	First   string      // fingerprint of root 1, which people compare
	HeadKey string
	Feed    string
}

func (a *Admin) rootPage(v *visit) (*rootPage, error) {
	ctx := v.r.Context()
	notes, err := a.store.Roots(ctx, v.agency.ID)
	if err != nil {
		return nil, err
	}
	key, err := a.Desk.HeadKey(ctx, v.agency.ID)
	if err != nil {
		return nil, err
	}
	p := &rootPage{HeadKey: key.String(), Feed: a.Origin + "/v1/a/" + v.agency.Capability}
	if len(notes) == 0 {
		return p, nil
	}
	roots, err := trust.CheckRoots(notes)
	if err != nil {
		return nil, err
	}
	p.Root, p.First = roots[len(roots)-1], roots[0].Fingerprint()
	return p, nil
}

func (a *Admin) root(v *visit) error {
	p, err := a.rootPage(v)
	if err != nil {
		return err
	}
	return a.show(v, http.StatusOK, "approvers", p)
}

// headKey hands out the public key that the root has to name.
func (a *Admin) headKey(v *visit) error {
	key, err := a.Desk.HeadKey(v.r.Context(), v.agency.ID)
	if err != nil {
		return err
	}
	return v.file(v.agency.ID+"-head.pub", "text/plain; charset=utf-8", []byte(key.String()+"\n"))
}

// addRoot takes a root file: the first, or the next.
func (a *Admin) addRoot(v *visit) error {
	b, err := v.upload("file")
	if err != nil {
		return err
	}
	f, err := trust.OpenFile(b)
	if err != nil {
		return refuse("This is not a root file: " + a.Explain(err))
	}
	_, err = a.Desk.AddRoots(v.r.Context(), v.agency.ID, f.Roots, v.member.ID)
	var refused *trust.Refusal
	switch {
	case errors.Is(err, issue.ErrHeadKey):
		return refuse("This root names another head key than this server's. Take the key from this page, and make the root with --head and that file.")
	case errors.As(err, &refused):
		return refuse("This root was refused: " + a.Explain(err))
	case err != nil:
		return err
	}
	return v.to("/admin/approvers", "saved")
}

// enrolPage is how browsers come to the agency.
type enrolPage struct {
	*rootPage
	Code    string            // address and fingerprint in one line
	Path    template.HTMLAttr // of the QR code
	Size    int
	Ready   bool // there is something to fetch
	Extends []snippet
}

// snippet is a piece of a policy for the browsers of a fleet.
type snippet struct{ Browser, Where, Text string }

// enrol shows the code. It is one address; what follows # is never sent to any
// server.
func (a *Admin) enrol(v *visit) error {
	root, err := a.rootPage(v)
	if err != nil {
		return err
	}
	p := &enrolPage{rootPage: root}
	if root.Root != nil {
		blob, err := a.inForce(v.r.Context(), v.agency.ID)
		if err != nil {
			return err
		}
		p.Ready = blob != nil
		p.Code = root.Feed + "#" + strings.ReplaceAll(root.First, " ", "")
		if p.Path, p.Size, err = qrPath(p.Code); err != nil {
			return err
		}
		if p.Ready {
			all, err := a.store.Export(v.r.Context(), v.agency.ID)
			if err != nil {
				return err
			}
			file := trust.File{Roots: all.Roots, Releases: all.Releases, Head: all.Head, Blob: all.Blob}
			p.Extends = snippets(base64.StdEncoding.EncodeToString(file.Bytes()), root.First)
		}
	}
	return a.show(v, http.StatusOK, "enrol", p)
}

// snippets set the same two values in each browser's own way: the file in base64,
// and the fingerprint that it is held against.
func snippets(rules, root string) []snippet {
	values := func(indent string) string {
		return indent + `"rules": "` + rules + `",` + "\n" + indent + `"root": "` + root + `"` + "\n"
	}
	chromium := `{` + "\n" + `  "3rdparty": {` + "\n" + `    "extensions": {` + "\n" + `      "EXTENSION-ID": {` + "\n" + values("        ") + "      }\n    }\n  }\n}\n"
	firefox := `{` + "\n" + `  "policies": {` + "\n" + `    "3rdparty": {` + "\n" + `      "Extensions": {` + "\n" + `        "EXTENSION-ID": {` + "\n" + values("          ") + "        }\n      }\n    }\n  }\n}\n"
	return []snippet{
		{"Chrome", "Linux: /etc/opt/chrome/policies/managed/secondlook.json. Windows: the same two values below HKLM\\Software\\Policies\\Google\\Chrome\\3rdparty\\extensions\\EXTENSION-ID\\policy.", chromium},
		{"Edge", "Linux: /etc/opt/edge/policies/managed/secondlook.json. Windows: below HKLM\\Software\\Policies\\Microsoft\\Edge\\3rdparty\\extensions\\EXTENSION-ID\\policy.", chromium},
		{"Firefox", "policies.json in the folder distribution beside the program; Linux: /etc/firefox/policies/policies.json.", firefox},
	}
}

// stamp writes a moment for people, in UTC so that all see the same.
func stamp(unix int64) string { return time.Unix(unix, 0).UTC().Format("2 January 2006, 15:04 UTC") }
