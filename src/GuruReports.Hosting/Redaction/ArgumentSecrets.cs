using System.Collections.Frozen;

namespace GuruReports.Hosting.Redaction;

/// <summary>Masks secrets in the arguments of a command. Pure, but for what the redactor remembers.</summary>
internal static class ArgumentSecrets
{
    // Options of common programs that carry a secret and do not say so.
    private static readonly FrozenDictionary<string, string[]> s_options = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["curl"] = ["-u", "--user", "-U", "--proxy-user"],
        ["wget"] = ["--http-password", "--ftp-password"],
        ["sshpass"] = ["-p"],
        ["redis-cli"] = ["-a"],
        ["ldapsearch"] = ["-w"],
        ["ldapmodify"] = ["-w"],
        ["sqlcmd"] = ["-P"],
        ["bcp"] = ["-P"],
        ["mongo"] = ["-p"],
        ["mongosh"] = ["-p"],
        ["mongodump"] = ["-p"],
        ["openssl"] = ["-k", "-K", "-passin", "-passout", "-pass"],
        ["ipmitool"] = ["-P"],
        ["smbclient"] = ["-U"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_attachedPassword = FrozenSet.Create(StringComparer.Ordinal, "mysql", "mysqldump", "mysqladmin", "mariadb", "mariadb-dump");

    /// <summary>Masks the secrets of a command line.</summary>
    /// <param name="arguments">The command and its arguments.</param>
    /// <param name="redactor">Masks.</param>
    /// <returns>The command line as it may be shown, one entry an argument.</returns>
    public static IReadOnlyList<string> Redact(IReadOnlyList<string> arguments, IRedactor redactor)
    {
        var result = new string[arguments.Count];
        var program = arguments.Count > 0 ? Path.GetFileName(arguments[0]) : "";
        for (var index = 0; index < arguments.Count; index++)
        {
            var before = index > 0 ? arguments[index - 1] : "";
            result[index] = RedactOne(program, before, arguments[index], redactor);
        }

        return result;
    }

    private static string RedactOne(string program, string before, string argument, IRedactor redactor)
    {
        if (s_attachedPassword.Contains(program) && argument.Length > 2 && argument.StartsWith("-p", StringComparison.Ordinal) && argument[2] != '-')
        {
            return "-p" + redactor.Redact("password", argument[2..]);
        }

        if (s_options.TryGetValue(program, out var options) && options.Contains(before))
        {
            var colon = argument.IndexOf(':', StringComparison.Ordinal);
            return argument[..(colon + 1)] + redactor.Redact("password", argument[(colon + 1)..]);
        }

        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0 && !argument.AsSpan(0, equals).ContainsAny(' ', '?', ';'))
        {
            return argument[..(equals + 1)] + redactor.Redact(argument[..equals], argument[(equals + 1)..]);
        }

        var isOption = argument.StartsWith('-');
        var colonAt = argument.IndexOf(':', StringComparison.Ordinal);
        if (argument.StartsWith('/') && colonAt > 1 && !argument.Contains("://", StringComparison.Ordinal))
        {
            return argument[..(colonAt + 1)] + redactor.Redact(argument[..colonAt], argument[(colonAt + 1)..]);
        }

        return !isOption && IsOptionName(before) ? redactor.Redact(before, argument)! : redactor.Redact(argument);
    }

    private static bool IsOptionName(string argument) => argument.Length > 1 && argument[0] is '-' or '/' && !argument.Contains('=');
}
