package main

// managedSchemaFile says to Chrome and Edge what a policy may hold for us.
// Firefox asks for none: its policy names us under 3rdparty.
const managedSchemaFile = "managed_schema.json"

// storage is the manifest's pointer to the schema.
type storage struct {
	Schema string `json:"managed_schema"`
}

type schema struct {
	Type        string            `json:"type"`
	Title       string            `json:"title,omitempty"`
	Description string            `json:"description,omitempty"`
	Properties  map[string]schema `json:"properties,omitempty"`
}

// managedSchema is all that a policy may say: an agency's rules and whose they
// are. That an account is the agency's own, only the worker says.
func managedSchema() schema {
	return schema{Type: "object", Properties: map[string]schema{
		"rules": {Type: "string", Title: "Rules", Description: "The agency's .rbundle file in base64."},
		"root":  {Type: "string", Title: "Root", Description: "Fingerprint of the agency's first root, five groups of five."},
	}}
}
