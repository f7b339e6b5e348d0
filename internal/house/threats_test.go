package house

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The page on threats names tests; each of them is there.
func TestThreatModelNamesTests(t *testing.T) {
	page, err := os.ReadFile("../../docs/threat-model.md")
	require.NoError(t, err)
	text := strings.Join(strings.Fields(string(page)), " ")
	goTests := regexp.MustCompile("`([a-z/]+)` (Test[A-Za-z]+)").FindAllStringSubmatch(text, -1)
	require.Greater(t, len(goTests), 30)
	require.Equal(t, len(regexp.MustCompile(`\bTest[A-Z][A-Za-z]+`).FindAllString(text, -1)), len(goTests), "each with its package before it")
	for _, m := range goTests {
		files, err := filepath.Glob("../../" + m[1] + "/*_test.go")
		require.NoError(t, err)
		found := false
		for _, f := range files {
			b, err := os.ReadFile(f)
			require.NoError(t, err)
			found = found || strings.Contains(string(b), "func "+m[2]+"(t ")
		}
		require.True(t, found, "%s has no %s", m[1], m[2])
	}
	titled := regexp.MustCompile("`(extension/[a-z0-9/.-]+\\.ts)`(?: \"([^\"]+)\")?").FindAllStringSubmatch(text, -1)
	require.Greater(t, len(titled), 10)
	for _, m := range titled {
		b, err := os.ReadFile("../../" + m[1])
		require.NoError(t, err)
		require.Contains(t, string(b), m[2], m[1])
	}
}
