package sandbox

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"secondlook/internal/policy"
)

// TestWriteBenchBundles writes the bundles that the browsers' benchmark proves.
func TestWriteBenchBundles(t *testing.T) {
	dir := os.Getenv("SECONDLOOK_BENCH_BUNDLES")
	if dir == "" {
		t.Skip("the browsers' benchmark runs it")
	}
	for _, n := range []int{200, 1000} {
		for name, b := range map[string]*policy.Bundle{"rules": bundleOf(n), "phrases": phrasesOf(n)} {
			file := filepath.Join(dir, fmt.Sprintf("%d-%s", n, name))
			require.NoError(t, os.WriteFile(file, policy.EncodeBundle(b), 0o600))
		}
	}
}

// phrasesOf is a bundle of n phrases, five a rule: what an agency has that wrote
// down how its staff speak. bundleOf(n) has n rules with three wordings each.
func phrasesOf(n int) *policy.Bundle {
	b := bundleOf(4 * n / 5)
	rules := b.Rules[:0]
	for i, r := range b.Rules {
		if r.Kind != policy.PhraseList {
			continue
		}
		r.Lists = [][]string{nil}
		for k := range 5 {
			r.Lists[0] = append(r.Lists[0], fmt.Sprintf("w%ck %cz%c folder", 'a'+i%26, 'a'+i/26%26, 'a'+k))
		}
		rules = append(rules, r)
	}
	b.Rules = rules
	return b
}
