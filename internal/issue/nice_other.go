//go:build !unix

package issue

func beNice(int) {}
