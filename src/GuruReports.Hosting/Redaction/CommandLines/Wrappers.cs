using System.Collections.Frozen;

namespace GuruReports.Hosting.Redaction.CommandLines;

/// <summary>The programs that run another one, which stands behind their own options.</summary>
internal static class Wrappers
{
    private static readonly FrozenSet<string> s_shells = FrozenSet.Create(StringComparer.Ordinal, "sh", "bash", "dash", "zsh", "ash", "ksh", "fish", "busybox", "su", "runuser", "script");

    // The options of each that take an argument, and how many arguments of its own come first.
    private static readonly FrozenDictionary<string, (string Options, int Own)> s_wrappers = new Dictionary<string, (string Options, int Own)>(StringComparer.Ordinal)
    {
        ["sudo"] = ("-u -g -h -p -C -r -t -T -U -D", 0),
        ["doas"] = ("-u -C", 0),
        ["env"] = ("-u -C -S --unset --chdir", 0),
        ["timeout"] = ("-s -k --signal --kill-after", 1),
        ["nice"] = ("-n --adjustment", 0),
        ["ionice"] = ("-c -n -p -P -u", 0),
        ["chrt"] = ("-T -P -D", 1),
        ["taskset"] = ("", 1),
        ["nohup"] = ("", 0),
        ["setsid"] = ("", 0),
        ["stdbuf"] = ("-i -o -e", 0),
        ["unbuffer"] = ("", 0),
        ["xargs"] = ("-n -I -P -L -d -s -a -E", 0),
        ["watch"] = ("-n --interval", 0),
        ["time"] = ("-f -o", 0),
        ["exec"] = ("-a", 0),
        ["command"] = ("", 0),
        ["chroot"] = ("", 1),
        ["gosu"] = ("", 1),
        ["su-exec"] = ("", 1),
        ["tini"] = ("-p", 0),
        ["dumb-init"] = ("", 0),
        ["strace"] = ("-e -o -p -s -u", 0),
        ["flock"] = ("-w -E", 1),
        ["systemd-run"] = ("-p -u -M", 0),
        ["proxychains"] = ("-f", 0),
        ["parallel"] = ("-j", 0),
        ["faketime"] = ("-p", 1),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Returns whether a program takes a script behind <c>-c</c>.</summary>
    /// <param name="program">Its file name.</param>
    public static bool IsShell(string program) => s_shells.Contains(program);

    /// <summary>Returns where the wrapped command begins; -1 when the program wraps none.</summary>
    /// <param name="arguments">The command.</param>
    /// <param name="index">Where the program stands.</param>
    /// <param name="program">Its file name.</param>
    public static int Skip(IReadOnlyList<Argument> arguments, int index, string program)
    {
        if (!s_wrappers.TryGetValue(program, out var wrapper))
        {
            return -1;
        }

        var options = wrapper.Options.Split(' ');
        var own = wrapper.Own;
        for (index++; index < arguments.Count; index++)
        {
            var text = arguments[index].Text;
            if (text is "--")
            {
                continue;
            }

            if (text.StartsWith('-'))
            {
                index += options.Contains(text) ? 1 : 0;
            }
            else if (own-- <= 0)
            {
                break;
            }
        }

        return index;
    }
}
