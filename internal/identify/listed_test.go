package identify

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestListed(t *testing.T) {
	for word, want := range map[string]bool{"a": true, "an": true, "the": true, "é": true, "th": false, "": false, "e": false, "an the": false, "these": false} {
		require.Equal(t, want, listed("a an é the", word), word)
	}
	require.True(t, listed("word", "word"))
	require.False(t, listed("word", "wordy"))
}

// TestListsInOrder reads the lists in the sources: the shorter words first,
// none twice, one space between.
func TestListsInOrder(t *testing.T) {
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	lists := 0
	for _, name := range files {
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
		require.NoError(t, err)
		ast.Inspect(file, func(n ast.Node) bool {
			list, ok := listOf(n)
			if !ok || strings.HasSuffix(name, "_test.go") {
				return true
			}
			lists++
			words := strings.Split(list, " ")
			seen := map[string]bool{}
			for _, w := range words {
				require.False(t, w == "" || seen[w], "%s: %q", set.Position(n.Pos()), list)
				seen[w] = true
			}
			require.True(t, sort.SliceIsSorted(words, func(i, j int) bool { return len(words[i]) < len(words[j]) }), "%s: %q", set.Position(n.Pos()), list)
			return true
		})
	}
	require.Greater(t, lists, 400)
}

// listOf gives the list in a call of is or listed.
func listOf(n ast.Node) (string, bool) {
	call, ok := n.(*ast.CallExpr)
	if !ok || len(call.Args) != 2 {
		return "", false
	}
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		if f.Sel.Name == "is" {
			return literal(call.Args[1])
		}
	case *ast.Ident:
		if f.Name == "listed" {
			return literal(call.Args[0])
		}
	}
	return "", false
}

// literal gives the value of a string literal or of a sum of them.
func literal(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		return s, err == nil
	case *ast.BinaryExpr:
		a, okA := literal(e.X)
		b, okB := literal(e.Y)
		return a + b, okA && okB
	}
	return "", false
}
