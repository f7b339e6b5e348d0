package main

// target is one build: a browser, and which of the two editions.
type target struct {
	name    string // of its folder under dist/
	firefox bool
	// standard is the edition that asks the server of the agency that the worker
	// enrolled with. The offline one has no part that could ask anything.
	standard bool
}

var targets = [...]target{
	{name: "chrome"}, {name: "firefox", firefox: true},
	{name: "chrome-standard", standard: true}, {name: "firefox-standard", firefox: true, standard: true},
}

// policyOffline is the content security policy of our own pages in the offline
// edition: nothing but what is in the package.
const policyOffline = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
	"img-src 'self' data:; connect-src 'self'"

// policyStandard adds servers over HTTPS, and those of this very machine. Which
// of them is asked, src/feed-network.ts decides. [::1] is not among them: a
// policy cannot name it.
const policyStandard = policyOffline + " https: http://127.0.0.1:* http://localhost:*"

// namedSites are the pages on which the content script runs unasked: those
// whose stand-in the browser tests post on. Every other page is the worker's
// choice, by "Turn on here".
var namedSites = []string{
	"https://x.com/*",
	"https://twitter.com/*",
	"https://mobile.twitter.com/*",
	"https://bsky.app/*",
	"https://mastodon.social/*",
	"https://mastodon.online/*",
	"https://mstdn.social/*",
	"https://fosstodon.org/*",
	"https://hachyderm.io/*",
	"https://www.facebook.com/*",
	"https://web.facebook.com/*",
	"https://www.linkedin.com/*",
	"https://www.reddit.com/*",
	"https://www.threads.com/*",
	"https://www.threads.net/*",
	"https://www.instagram.com/*",
	"https://www.tiktok.com/*",
	"https://www.youtube.com/*",
	"https://m.youtube.com/*",
	"https://studio.youtube.com/*",
	"https://www.tumblr.com/*",
	"https://wordpress.com/*",
	"https://*.wordpress.com/*",
	"https://discord.com/*",
	"https://medium.com/*",
	"https://*.medium.com/*",
	"https://substack.com/*",
	"https://*.substack.com/*",
	"https://www.quora.com/*",
	"https://nextdoor.com/*",
	"https://elk.zone/*",
	"https://phanpy.social/*",
	"https://semaphore.social/*",
	"https://misskey.io/*",
}

type manifest struct {
	ManifestVersion int               `json:"manifest_version"`
	Name            string            `json:"name"`
	ShortName       string            `json:"short_name"`
	Description     string            `json:"description"`
	Version         string            `json:"version"`
	DefaultLocale   string            `json:"default_locale"`
	MinChrome       string            `json:"minimum_chrome_version,omitempty"`
	Gecko           *gecko            `json:"browser_specific_settings,omitempty"`
	Icons           map[string]string `json:"icons"`
	Action          action            `json:"action"`
	Background      background        `json:"background"`
	ContentScripts  []contentScript   `json:"content_scripts"`
	Options         options           `json:"options_ui"`
	// activeTab: the popup reads which site it was opened on, and "Turn on
	// here" starts in the tab at hand without a reload. scripting: to do so.
	// storage: to read what the browser's own policy brings, and drafts kept for
	// later in session memory. alarms: to delete those after their 24 hours; in
	// the standard edition also to ask the agency's server now and then.
	Permissions  []string          `json:"permissions"`
	Storage      *storage          `json:"storage,omitempty"`
	OptionalHost []string          `json:"optional_host_permissions"`
	Accessible   []accessible      `json:"web_accessible_resources"`
	Policy       map[string]string `json:"content_security_policy"`
	Incognito    string            `json:"incognito"`
}

type gecko struct {
	Gecko   geckoSettings `json:"gecko"`
	Android geckoAndroid  `json:"gecko_android"`
}

type geckoSettings struct {
	ID         string              `json:"id"`
	MinVersion string              `json:"strict_min_version"`
	Data       map[string][]string `json:"data_collection_permissions"`
}

type geckoAndroid struct {
	MinVersion string `json:"strict_min_version"`
}

type action struct {
	Popup string            `json:"default_popup"`
	Title string            `json:"default_title"`
	Icon  map[string]string `json:"default_icon"`
}

type background struct {
	Worker  string   `json:"service_worker,omitempty"`
	Scripts []string `json:"scripts,omitempty"`
}

type contentScript struct {
	Matches   []string `json:"matches"`
	JS        []string `json:"js"`
	AllFrames bool     `json:"all_frames"`
	// Frames that a page fills by itself, such as an editor's canvas.
	OriginFallback bool   `json:"match_origin_as_fallback"`
	RunAt          string `json:"run_at"`
}

type options struct {
	Page  string `json:"page"`
	InTab bool   `json:"open_in_tab"`
}

type accessible struct {
	Resources  []string `json:"resources"`
	Matches    []string `json:"matches"`
	DynamicURL bool     `json:"use_dynamic_url,omitempty"`
}

// manifestFor writes the manifest of one browser.
func manifestFor(b target, version string) manifest {
	m := manifest{
		ManifestVersion: 3,
		Name:            "__MSG_app_name__",
		ShortName:       "__MSG_app_name__",
		Description:     "__MSG_app_description__",
		Version:         version,
		DefaultLocale:   "en",
		Icons:           icons(16, 32, 48, 128),
		Action:          action{"pages/popup.html", "__MSG_app_name__", icons(16, 32)},
		ContentScripts:  []contentScript{{namedSites, []string{"content.js"}, true, true, "document_start"}},
		Options:         options{"pages/options.html", true},
		Permissions:     []string{"activeTab", "alarms", "scripting", "storage"},
		OptionalHost:    []string{"https://*/*", "http://*/*"},
		Policy:          map[string]string{"extension_pages": policyOffline},
		Incognito:       "not_allowed",
	}
	if b.standard {
		m.Policy["extension_pages"] = policyStandard
	}
	frame := accessible{
		Resources: []string{"ui/frame.html", "ui/frame.js", "ui/frame.css"},
		Matches:   []string{"<all_urls>"},
	}
	if b.firefox {
		m.Background.Scripts = []string{"background.js"}
		m.Gecko = &gecko{
			Gecko: geckoSettings{
				ID: geckoID(b), MinVersion: "140.0",
				Data: map[string][]string{"required": {"none"}},
			},
			Android: geckoAndroid{"142.0"},
		}
	} else {
		m.Background.Worker = "background.js"
		m.MinChrome = "130"
		m.Storage = &storage{managedSchemaFile}
		// A new address in every session: no page can ask whether we are here.
		frame.DynamicURL = true
	}
	m.Accessible = []accessible{frame}
	return m
}

// geckoID tells the editions apart, so that a store can carry both.
func geckoID(b target) string {
	if b.standard {
		return "second-look-standard@secondlook.invalid"
	}
	return "second-look@secondlook.invalid"
}
