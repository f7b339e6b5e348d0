package house

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const module = "secondlook/"

// arrows says what of ours each package may import, tests apart. "all" is
// everything of internal.
var arrows = map[string][]string{
	"internal/text":     {},
	"internal/hashed":   {},
	"internal/verdict":  {"internal/text"},
	"internal/policy":   {"internal/text", "internal/verdict"},
	"internal/identify": {"internal/text", "internal/verdict", "internal/policy"},
	"internal/referent": {"internal/text", "internal/verdict", "internal/identify", "internal/policy", "internal/hashed"},
	"internal/spanish":  {"internal/text", "internal/verdict", "internal/identify", "internal/referent"},
	"internal/model":    {"internal/text", "internal/verdict", "internal/hashed"},
	"internal/rules":    {"internal/text", "internal/verdict", "internal/policy"},
	// The engine's last steps, each in a package of its own.
	"internal/combine": {"internal/text", "internal/verdict", "internal/policy", "internal/identify", "internal/referent"},
	"internal/shield":  {"internal/text", "internal/verdict", "internal/policy"},
	"internal/engine": {"internal/text", "internal/verdict", "internal/policy", "internal/identify", "internal/referent",
		"internal/model", "internal/rules", "internal/combine", "internal/shield", "internal/spanish", "internal/rewrite"},
	// What a worker could say more generally; the engine judges whether it helps.
	"internal/rewrite": {"internal/text", "internal/verdict", "internal/identify"},
	"internal/trust":   {},
	"internal/sign":    {"internal/trust"},
	"internal/keyfile": {"internal/sign"},
	"internal/seal":    {},
	"internal/store":   {},
	// Tests alone import it.
	"internal/store/storetest": {},
	"internal/feed":            {"internal/store", "internal/trust"},
	"internal/issue/issuetest": {"internal/trust", "internal/sign", "internal/publish", "internal/policy"},
	// issue is where a signed release becomes the published one.
	"internal/issue": {"internal/store", "internal/trust", "internal/sign", "internal/seal", "internal/publish", "internal/policy", "internal/sandbox", "internal/verdict"},
	// The proof of a bundle runs inside the engine.
	"internal/proof":   {"internal/engine", "internal/identify", "internal/policy", "internal/text", "internal/verdict"},
	"internal/sandbox": {"internal/verdict"},
	"internal/corpus":  {"internal/text", "internal/verdict"},
	// The report measures the engine's steps one by one.
	"internal/corpus/report": {"internal/corpus", "internal/engine", "internal/identify", "internal/model", "internal/policy",
		"internal/referent", "internal/text", "internal/verdict"},
	// publish compiles the built-in rules; text is how their phrases are tokenized.
	"internal/publish":             {"internal/policy", "internal/verdict", "internal/text", "internal/trust", "internal/sandbox", "internal/corpus", "internal/rules"},
	"internal/publish/genbaseline": {"internal/publish", "internal/policy"},
	"internal/model/train": {"internal/corpus", "internal/engine", "internal/hashed", "internal/identify", "internal/model", "internal/policy",
		"internal/referent", "internal/text", "internal/verdict"},
	"internal/house":  {},
	"internal/admin":  {"internal/issue", "internal/policy", "internal/publish", "internal/store", "internal/trust", "internal/verdict"},
	"wasm":            {"internal/engine", "internal/policy", "internal/proof", "internal/trust", "internal/verdict"},
	"server":          {"all", "extension"},
	"server/load":     {},
	"extension":       {},
	"extension/build": {"extension"}, // the list of what the Try-it page serves
	"extension/pack":  {},
}

// confined says who alone may import a module that is not ours.
var confined = map[string][]string{
	"github.com/tetratelabs/wazero":      {"internal/sandbox"},
	"github.com/microcosm-cc/bluemonday": {"internal/publish", "internal/admin"},
	"github.com/goccy/go-yaml":           {"internal/publish"},
	"github.com/yuin/goldmark":           {"internal/publish"},
	"golang.org/x/net/html":              {"internal/publish"},
	"github.com/alecthomas/kong":         {"server"},
	"github.com/evanw/esbuild":           {"extension/build"},
	"github.com/stretchr/testify":        {"internal/store/storetest", "internal/issue/issuetest"},
	"pgregory.net/rapid":                 {},
	"github.com/rogpeppe/go-internal":    {},
	"golang.org/x/text/unicode/norm":     {"internal/text", "internal/identify"},
	"golang.org/x/text/width":            {"server"},
	"honnef.co/go/tools":                 {},
	"golang.org/x/mod/sumdb/note":        {}, // tests alone: trust writes the same bytes itself, to stay small
	"filippo.io/edwards25519":            {"internal/trust"},
	"filippo.io/age":                     {"internal/keyfile"},
	"golang.org/x/term":                  {"server"},
	"modernc.org/sqlite":                 {"internal/store"},
	"github.com/jackc/pgx":               {"internal/store", "internal/store/storetest"},
	"github.com/pressly/goose":           {"internal/store"},
	"github.com/klauspost/compress":      {"internal/feed"},
	"github.com/pquerna/otp":             {"internal/admin"},
	"github.com/boombuler/barcode":       {"internal/admin"},
	"golang.org/x/crypto/argon2":         {"internal/admin"},
	"github.com/prometheus":              {"server"},
	"golang.org/x/crypto/acme/autocert":  {"server"},
}

type pkg struct {
	ImportPath string
	Dir        string
	Standard   bool
	GoFiles    []string
	Imports    []string
}

// list runs go list over the repository.
func list(t *testing.T, env []string, args ...string) []pkg {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-json=ImportPath,Dir,Standard,GoFiles,Imports"}, args...)...)
	cmd.Dir = "../.."
	cmd.Env = append(os.Environ(), env...)
	var failed bytes.Buffer
	cmd.Stderr = &failed
	out, err := cmd.Output()
	require.NoError(t, err, failed.String())
	var all []pkg
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p pkg
		err := d.Decode(&p)
		if errors.Is(err, io.EOF) {
			return all
		}
		require.NoError(t, err)
		all = append(all, p)
	}
}

func TestArrows(t *testing.T) {
	for _, p := range list(t, nil, "./...") {
		name := strings.TrimPrefix(p.ImportPath, module)
		may, known := arrows[name]
		if !known {
			t.Errorf("%s is a new package: add its arrows here", name)
			continue
		}
		for _, imported := range p.Imports {
			if ours, ok := strings.CutPrefix(imported, module); ok {
				all := slices.Contains(may, "all") && strings.HasPrefix(ours, "internal/")
				if !all && !slices.Contains(may, ours) {
					t.Errorf("%s may not import %s", name, ours)
				}
			}
			if keeper := outermost(imported); keeper != "" && !slices.Contains(confined[keeper], name) {
				t.Errorf("%s may not import %s; only %v", name, imported, confined[keeper])
			}
		}
	}
}

// outermost returns the entry of confined that the import falls under.
func outermost(imported string) string {
	for prefix := range confined {
		if imported == prefix || strings.HasPrefix(imported, prefix+"/") {
			return prefix
		}
	}
	return ""
}

// TestWasmReachesOnlyTheAllowed holds engine.wasm to wasm/packages.txt, and
// our own packages in it to the first half of that list.
func TestWasmReachesOnlyTheAllowed(t *testing.T) {
	b, err := os.ReadFile("../../wasm/packages.txt")
	require.NoError(t, err)
	ours, behind, ok := strings.Cut(string(b), "# Behind those")
	require.True(t, ok)
	direct, reached := lines(ours), append(lines(ours), lines(behind)...)
	for _, p := range reachedByWasm(t) {
		mine := strings.HasPrefix(p.ImportPath, module)
		// What std's own packages are made of is std's affair.
		inside := p.Standard && strings.Contains("/"+p.ImportPath+"/", "/internal/")
		if !inside && !slices.Contains(reached, p.ImportPath) {
			t.Errorf("engine.wasm reaches %s, which is not in wasm/packages.txt", p.ImportPath)
		}
		for _, imported := range p.Imports {
			if mine && !slices.Contains(direct, imported) {
				t.Errorf("%s imports %s, which is not for the engine", p.ImportPath, imported)
			}
		}
	}
}

// TestEngineHasNoFloats is about bytes, not taste: arm64 fuses multiply and
// add, so floats would give another verdict there.
func TestEngineHasNoFloats(t *testing.T) {
	for _, p := range reachedByWasm(t) {
		if !strings.HasPrefix(p.ImportPath, module) {
			continue
		}
		for _, name := range p.GoFiles {
			set := token.NewFileSet()
			file, err := parser.ParseFile(set, filepath.Join(p.Dir, name), nil, parser.SkipObjectResolution)
			require.NoError(t, err)
			ast.Inspect(file, func(n ast.Node) bool {
				id, isID := n.(*ast.Ident)
				lit, isLit := n.(*ast.BasicLit)
				if (isID && (id.Name == "float64" || id.Name == "float32")) || (isLit && lit.Kind == token.FLOAT) {
					t.Errorf("%s: a float in the engine", set.Position(n.Pos()))
				}
				return true
			})
		}
	}
}

func reachedByWasm(t *testing.T) []pkg {
	t.Helper()
	return list(t, []string{"GOOS=wasip1", "GOARCH=wasm"}, "-deps", "./wasm")
}

// lines returns the lines of s that name something.
func lines(s string) []string {
	var all []string
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' && line[0] != ':' {
			all = append(all, line)
		}
	}
	return all
}

// TestSizes holds source files and functions to the house's limits: a file
// has at most 600 lines, a function at most 100.
func TestSizes(t *testing.T) {
	for _, p := range list(t, nil, "./...") {
		for _, name := range p.GoFiles {
			set := token.NewFileSet()
			file, err := parser.ParseFile(set, filepath.Join(p.Dir, name), nil, parser.SkipObjectResolution|parser.ParseComments)
			require.NoError(t, err)
			if ast.IsGenerated(file) {
				continue
			}
			if n := set.Position(file.End()).Line; n > 600 {
				t.Errorf("%s has %d lines", filepath.Join(p.ImportPath, name), n)
			}
			for _, d := range file.Decls {
				f, ok := d.(*ast.FuncDecl)
				if !ok {
					continue
				}
				if n := set.Position(f.End()).Line - set.Position(f.Pos()).Line; n > 100 {
					t.Errorf("%s in %s has %d lines", f.Name.Name, filepath.Join(p.ImportPath, name), n)
				}
			}
		}
	}
}
