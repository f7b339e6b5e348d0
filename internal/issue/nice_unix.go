//go:build unix

package issue

import "syscall"

// beNice lets the feed go first.
func beNice(pid int) { syscall.Setpriority(syscall.PRIO_PROCESS, pid, 10) }
