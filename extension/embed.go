// Package extension holds what the browser extension and the command line
// share: the words of every message, so that both say the same thing.
package extension

import _ "embed"

// Messages is _locales/en/messages.json as it ships: an object from message
// key to {"message": text}, in the format of browser extensions.
//
//go:embed _locales/en/messages.json
var Messages []byte
