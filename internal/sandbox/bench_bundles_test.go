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
		file := filepath.Join(dir, fmt.Sprintf("%d.rules", n))
		require.NoError(t, os.WriteFile(file, policy.EncodeBundle(bundleOf(n)), 0o600))
	}
}
