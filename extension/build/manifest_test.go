package main

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"
)

func asMap(t *testing.T, b target) map[string]any {
	t.Helper()
	data, err := json.Marshal(manifestFor(b, "1.2.3"))
	require.NoError(t, err)
	var m map[string]any
	require.NoError(t, json.Unmarshal(data, &m))
	return m
}

func TestManifestAsksForTheLeast(t *testing.T) {
	for _, b := range targets {
		m := asMap(t, b)
		require.Equal(t, []any{"activeTab", "alarms", "scripting", "storage"}, m["permissions"], b.name)
		require.Equal(t, []any{"https://*/*", "http://*/*"}, m["optional_host_permissions"], b.name)
		require.Equal(t, "not_allowed", m["incognito"], b.name)
		for _, never := range []string{"host_permissions", "externally_connectable", "update_url", "optional_permissions"} {
			require.NotContains(t, m, never, b.name)
		}
	}
}

func TestManifestRunsUnaskedOnNamedSitesAlone(t *testing.T) {
	seen := map[string]bool{}
	for _, site := range namedSites {
		require.Regexp(t, `^https://(\*\.)?([a-z0-9-]+\.)+[a-z]{2,}/\*$`, site)
		require.False(t, seen[site], "%s is named twice", site)
		seen[site] = true
	}
	for _, b := range targets {
		scripts := asMap(t, b)["content_scripts"].([]any)
		require.Len(t, scripts, 1, b.name)
		script := scripts[0].(map[string]any)
		require.Len(t, script["matches"], len(namedSites))
		require.Equal(t, true, script["match_origin_as_fallback"])
		// The browser takes a fallback only for patterns of whole origins.
		for _, pattern := range script["matches"].([]any) {
			require.Regexp(t, `^https://[^/]+/\*$`, pattern)
		}
		require.Equal(t, true, script["all_frames"])
	}
}

func TestManifestPolicyReachesNoNetworkOffline(t *testing.T) {
	for _, b := range targets {
		want := "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'"
		if b.standard {
			want += " https: http://127.0.0.1:* http://localhost:*"
		}
		policy := asMap(t, b)["content_security_policy"].(map[string]any)
		require.Equal(t, map[string]any{"extension_pages": want}, policy, b.name)
	}
}

func TestManifestShowsPagesTheFrameAlone(t *testing.T) {
	for _, b := range targets {
		m := asMap(t, b)
		shown := m["web_accessible_resources"].([]any)
		require.Len(t, shown, 1)
		first := shown[0].(map[string]any)
		require.Equal(t, []any{"ui/frame.html", "ui/frame.js", "ui/frame.css"}, first["resources"])
		if b.firefox {
			require.NotContains(t, first, "use_dynamic_url")
			continue
		}
		require.Equal(t, true, first["use_dynamic_url"])
	}
}

func TestManifestOfFirefoxCollectsNothing(t *testing.T) {
	m := asMap(t, target{name: "firefox", firefox: true})
	gecko := m["browser_specific_settings"].(map[string]any)["gecko"].(map[string]any)
	require.Equal(t, map[string]any{"required": []any{"none"}}, gecko["data_collection_permissions"])
	require.Equal(t, map[string]any{"scripts": []any{"background.js"}}, m["background"])
	require.Equal(t, map[string]any{"service_worker": "background.js"}, asMap(t, target{name: "chrome"})["background"])
}

func TestCopyIntoKeepsPlaceholders(t *testing.T) {
	from, to := t.TempDir(), t.TempDir()
	require.NoError(t, write(from+"/a/b.txt", []byte("new")))
	require.NoError(t, write(to+"/.keep", nil))
	require.NoError(t, write(to+"/old.txt", []byte("old")))
	require.NoError(t, copyInto(from, to))
	files, err := filesEnding(to, "")
	require.NoError(t, err)
	require.Equal(t, []string{to + "/.keep", to + "/a/b.txt"}, files)
}
