package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"secondlook/internal/policy"
)

// The files an agency writes, as they are written; see starter.
type (
	agencyFile struct {
		Schema    int        `yaml:"schema"`
		Agency    string     `yaml:"agency"`
		ID        string     `yaml:"id"`
		Languages []string   `yaml:"languages"`
		Policy    policyFile `yaml:"policy"`
	}
	policyFile struct {
		DraftedOn    string                `yaml:"drafted_on"`
		ReviewedOn   string                `yaml:"reviewed_on"`
		NextReview   string                `yaml:"next_review"`
		Jurisdiction []string              `yaml:"jurisdiction"`
		Settings     []string              `yaml:"settings"`
		ReviewedBy   map[string]reviewFile `yaml:"reviewed_by"`
		LegalBasis   []struct {
			Cite string `yaml:"cite"`
			On   string `yaml:"on"`
		} `yaml:"legal_basis"`
		Areas        map[string]string `yaml:"areas"`
		Consequences saying            `yaml:"consequences"`
		Support      saying            `yaml:"support_if_targeted"`
		Revise       saying            `yaml:"how_to_revise"`
		Contact      string            `yaml:"contact"`
		PrivateLife  saying            `yaml:"private_life"`
		RightsNotice saying            `yaml:"rights_notice"`
		Training     saying            `yaml:"training"`
		Benefits     saying            `yaml:"benefits"`
	}
	reviewFile struct {
		By  string `yaml:"by"`
		On  string `yaml:"on"`
		How string `yaml:"how"`
	}
	wordsFile struct {
		Clients []struct {
			One  string `yaml:"one"`
			Many string `yaml:"many"`
		} `yaml:"clients"`
		Places   []nameFile `yaml:"places"`
		Programs []nameFile `yaml:"programs"`
		Levels   []struct {
			Rule  string `yaml:"rule"`
			Level string `yaml:"level"`
			Why   saying `yaml:"why"`
		} `yaml:"levels"`
	}
	nameFile struct {
		Name    string   `yaml:"name"`
		Also    []string `yaml:"also"`
		Reveals bool     `yaml:"reveals"`
	}
	practiceFile struct {
		Practice []struct {
			Draft  string `yaml:"draft"`
			Expect string `yaml:"expect"`
			Why    saying `yaml:"why"`
		} `yaml:"practice"`
	}
)

// saying is one text, or a text for each language.
type saying struct {
	one string
	by  map[string]string
}

// UnmarshalYAML reads either form.
func (s *saying) UnmarshalYAML(read func(any) error) error {
	if read(&s.one) == nil {
		return nil
	}
	if err := read(&s.by); err != nil {
		return errors.New(`write one text in quotes, or one for each language: { en: "...", es: "..." }`)
	}
	return nil
}

// Source is an agency's folder, read.
type Source struct {
	Bundle *policy.Bundle
	places map[string]string // where something stands, "rules/visits.yaml:12", by the name a Refusal gives it
}

// Place says where in the folder the thing stands that a refusal names.
func (s *Source) Place(where string) string { return s.places[where] }

// ReadAgency reads an agency's folder: agency.yaml, words.yaml, rules/*.yaml,
// guidance/*.md, practice/*.yaml. The error holds every fault of form, each
// with its file and line; whether the rules are good is Prove's affair.
func ReadAgency(dir fs.FS) (*Source, error) {
	r := agencyReader{dir: dir, out: &Source{Bundle: &policy.Bundle{}, places: map[string]string{}}}
	r.agency()
	r.words()
	r.rules()
	r.guidance()
	r.practice()
	return r.out, errors.Join(r.errs...)
}

type agencyReader struct {
	dir  fs.FS
	out  *Source
	errs []error
}

func (r *agencyReader) failf(place, format string, args ...any) {
	r.errs = append(r.errs, Fault{place, fmt.Sprintf(format, args...)})
}

// read decodes one YAML file. A missing file is a fault where it must be there.
func (r *agencyReader) read(name string, into any, must bool) []byte {
	source, err := readFile(r.dir, name)
	missing := errors.Is(err, fs.ErrNotExist)
	switch {
	case missing && !must:
		return nil
	case missing:
		r.failf(name, "is missing; `secondlook bundle new` writes one to start from")
		return nil
	case err != nil:
		r.errs = append(r.errs, err)
		return nil
	case must && len(bytes.TrimSpace(source)) == 0:
		r.failf(name, "is empty; `secondlook bundle new` writes one to start from")
		return nil
	}
	if at := aliased(source); at > 0 {
		r.failf(fmt.Sprintf("%s:%d", name, at), "repeats another part by a sign (*name); write the words out")
		return nil
	}
	if err := yaml.UnmarshalWithOptions(source, into, yaml.Strict()); err != nil {
		r.errs = append(r.errs, yamlFault(name, err))
		return nil
	}
	return source
}

// aliased returns the line of the first alias of a YAML file, 0 for none. A few
// of them can stand for more text than a machine has memory.
func aliased(source []byte) int {
	file, err := parser.ParseBytes(source, 0)
	if err != nil {
		return 0 // decoding will say so
	}
	for _, doc := range file.Docs {
		if doc.Body == nil {
			continue
		}
		for _, n := range ast.Filter(ast.AliasType, doc.Body) {
			return n.GetToken().Position.Line
		}
	}
	return 0
}

// files lists a folder's files of a kind, sorted; names that editors leave
// behind (a dot, a tilde) are passed over.
func (r *agencyReader) files(folder, ending string) (out []string) {
	entries, _ := fs.ReadDir(r.dir, folder)
	for _, e := range entries {
		if n := e.Name(); !e.IsDir() && strings.HasSuffix(n, ending) && n[0] != '.' && n[0] != '~' {
			out = append(out, path.Join(folder, n))
		}
	}
	slices.Sort(out)
	return out
}

// line returns "file:n", n the first line that holds needle.
func line(name string, source []byte, needle string) string {
	n := 0
	for l := range strings.Lines(string(source)) {
		n++
		if t := strings.TrimSpace(l); !strings.HasPrefix(t, "#") && strings.Contains(t, needle) {
			return fmt.Sprintf("%s:%d", name, n)
		}
	}
	return name
}

func (r *agencyReader) place(where, name string, source []byte, needle string) {
	if _, twice := r.out.places[where]; !twice {
		r.out.places[where] = line(name, source, needle)
	}
}

// text puts a saying in the bundle's order of languages.
func (r *agencyReader) text(s saying) (out policy.Text) {
	langs := r.out.Bundle.Languages
	if s.by == nil {
		if s.one == "" || len(langs) == 0 {
			return nil
		}
		return policy.Text{{Lang: langs[0], Text: strings.TrimSpace(s.one)}}
	}
	for lang, t := range s.by {
		out = append(out, said{Lang: lang, Text: strings.TrimSpace(t)})
	}
	slices.SortFunc(out, func(a, b said) int {
		if i, j := slices.Index(langs, a.Lang), slices.Index(langs, b.Lang); i != j {
			return i - j
		}
		return strings.Compare(a.Lang, b.Lang)
	})
	return out
}
