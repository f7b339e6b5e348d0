package sandbox

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"secondlook/internal/engine"
	"secondlook/internal/policy"
)

// TestBundleBench prints what a bundle costs, for `make bench`: how long it takes to
// load, what it adds to a check, and how long its proof is. Aims: 1,000 rules
// load in 100 ms and cost a fifth of a check; the proof of 200 phrases takes a
// second in V8, of 1,000 five, and no slice of 8 steps 20 ms.
func TestBundleBench(t *testing.T) {
	if os.Getenv("SECONDLOOK_BENCH") == "" {
		t.Skip("make bench runs it")
	}
	box := open(t)
	all := benchRequests()
	rules, err := policy.Baseline()
	require.NoError(t, err)
	without := engine.New(rules)
	for _, n := range []int{200, 1000} {
		b := bundleOf(n)
		blob := policy.EncodeBundle(b)
		loadBox := median(func() { box.Load(t.Context(), blob) })
		load := median(func() {
			opened, err := policy.OpenBundle(blob)
			require.NoError(t, err)
			without.With(opened, 1)
		})
		t.Logf("| %d rules, %d bytes | native | wazero |", n, len(blob))
		t.Logf("| load | %.1f ms | %.1f ms |", load, loadBox)
		with := without.With(b, 1)
		for _, request := range all {
			draft, ctx, err := engine.ParseRequest(request)
			require.NoError(t, err)
			_, err = box.Load(t.Context(), nil)
			require.NoError(t, err)
			plainBox := median(func() { box.Check(t.Context(), request) })
			_, err = box.Load(t.Context(), blob)
			require.NoError(t, err)
			addedBox := median(func() { box.Check(t.Context(), request) })
			plain, added := median(func() { without.Check(draft, ctx) }), median(func() { with.Check(draft, ctx) })
			t.Logf("| check of %d characters | %.3f → %.3f ms, %+.0f %% | %.3f → %.3f ms, %+.0f %% |",
				len(draft), plain, added, 100*(added/plain-1), plainBox, addedBox, 100*(addedBox/plainBox-1))
		}
		file := filepath.Join(t.TempDir(), "rules")
		require.NoError(t, os.WriteFile(file, blob, 0o600))
		var v8 struct {
			Steps                                    int
			Propose, Prove, Longest, Most, CPU, Load float64
			Memory                                   int
		}
		require.NoError(t, json.Unmarshal(nodeProve(t, file), &v8))
		t.Logf("| in V8 | load %.0f ms | proof of %d steps %.0f ms (%.0f of a core), its beginning %.0f, 99 of 100 slices of 8 under %.1f, the longest %.1f; %d MB |",
			v8.Load, v8.Steps, v8.Prove, v8.CPU, v8.Propose, v8.Most, v8.Longest, v8.Memory>>20)
		from := time.Now()
		report, err := box.Propose(t.Context(), blob)
		require.NoError(t, err)
		var begun struct{ Steps int }
		require.NoError(t, json.Unmarshal(report, &begun))
		for at := 0; at < begun.Steps; {
			report, err := box.Prove(t.Context(), at, at+64)
			require.NoError(t, err)
			var tried struct{ Next int }
			require.NoError(t, json.Unmarshal(report, &tried))
			require.Greater(t, tried.Next, at)
			at = tried.Next
		}
		t.Logf("| proof in wazero | %.0f ms |", ms(time.Since(from)))
	}
}
