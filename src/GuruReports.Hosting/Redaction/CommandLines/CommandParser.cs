using GuruReports.Hosting.Redaction.Keys;
using GuruReports.Hosting.Redaction.Values;

namespace GuruReports.Hosting.Redaction.CommandLines;

/// <summary>
/// Finds the secrets of a command line: by what is known of the program, by the names of options, and by the look of what
/// usual short options carry. Looks through programs that run others, and into the scripts of shells. Pure.
/// </summary>
internal sealed class CommandParser
{
    private const int Deepest = 4;
    private const int ShortestGuessed = 6;

    private static readonly ProgramOptions s_unknown = new();

    // What these carry in programs that the table does not know is judged by its look.
    private static readonly string[] s_usual = ["-p", "-P", "-pw", "-pass", "/p", "/pw"];
    private static readonly string[] s_usualLogins = ["-u", "-U", "--user", "--auth", "--login", "--creds"];

    private readonly List<SecretArgument> _found = [];

    /// <summary>Finds the secrets of a command.</summary>
    /// <param name="arguments">The program and its arguments.</param>
    public static IReadOnlyList<SecretArgument> Find(IReadOnlyList<Argument> arguments)
    {
        var parser = new CommandParser();
        parser.Parse(arguments, 0);
        return parser._found;
    }

    private void Parse(IReadOnlyList<Argument> arguments, int depth)
    {
        var index = 0;
        while (index < arguments.Count)
        {
            var program = Path.GetFileName(arguments[index].Text);
            if (IsAssignment(arguments[index].Text) || program is "export" or "set" or "declare")
            {
                TakePair(arguments[index], '=');
                index++;
            }
            else if (Wrappers.IsShell(program))
            {
                ParseShell(arguments, index, depth);
                return;
            }
            else if (Wrappers.Skip(arguments, index, program) is >= 0 and var next)
            {
                index = next;
            }
            else
            {
                ParseOptions(arguments, index, Programs.Find(program) ?? s_unknown);
                return;
            }
        }
    }

    private void ParseShell(IReadOnlyList<Argument> arguments, int index, int depth)
    {
        for (index++; index < arguments.Count; index++)
        {
            var isScript = arguments[index - 1].Text is ['-', not '-', ..] and [.., 'c'] or "--command" or "-Command";
            if (isScript && depth < Deepest)
            {
                foreach (var command in ShellText.Commands(arguments[index]))
                {
                    Parse(command, depth + 1);
                }
            }
            else
            {
                TakePair(arguments[index], '=');
            }
        }
    }

    private void ParseOptions(IReadOnlyList<Argument> arguments, int index, ProgramOptions options)
    {
        var position = options.Behind.Count == 0 && options.Position > 0 ? 0 : -1;
        for (index++; index < arguments.Count; index++)
        {
            var argument = arguments[index];
            var before = arguments[index - 1].Text;
            if (IsOption(argument.Text))
            {
                TakeAttached(argument, options);
            }
            else if (!TakeSeparate(argument, before, options))
            {
                TakePair(argument, '=');
                if (position >= 0 && argument.Text is not [_, ':'] && (++position == options.Position || (position > options.Position && options.AndFollowing)))
                {
                    Add(argument, 0);
                }
            }

            position = options.Behind.Contains(argument.Text) && options.Position > 0 ? 0 : position;
        }
    }

    // -px, -ume:x, --password=x, /p:x, -Ddb.password=x.
    private void TakeAttached(Argument argument, ProgramOptions options)
    {
        var text = argument.Text;
        foreach (var option in options.Secrets.Concat(options.Attached))
        {
            if (text.Length > option.Length && option.Length <= 3 && !option.StartsWith("--", StringComparison.Ordinal) && text.StartsWith(option, StringComparison.Ordinal) && text[option.Length] != '-')
            {
                Add(argument, option.Length);
                return;
            }
        }

        foreach (var option in options.Logins.Concat(s_usualLogins))
        {
            var isAttached = text.Length > option.Length && text.StartsWith(option, StringComparison.Ordinal) && (option.Length == 2 || text[option.Length] == '=');
            if (isAttached && TakeLogin(argument, option.Length, options.Logins.Contains(option), options.Separator))
            {
                return;
            }
        }

        if (!TakePair(argument, '=') && !TakePair(argument, ':'))
        {
            TakeGuessed(argument);
        }
    }

    private bool TakeSeparate(Argument argument, string before, ProgramOptions options)
    {
        if (options.Secrets.Contains(before))
        {
            // openssl's pass:x and env:x.
            var colon = argument.Text.StartsWith("pass:", StringComparison.Ordinal) ? 5 : 0;
            var isElsewhere = argument.Text.StartsWith("env:", StringComparison.Ordinal) || argument.Text.StartsWith("file:", StringComparison.Ordinal);
            Add(argument, isElsewhere ? argument.Text.Length : colon);
            return true;
        }

        if (options.Logins.Contains(before) || s_usualLogins.Contains(before))
        {
            return TakeLogin(argument, 0, options.Logins.Contains(before), options.Separator);
        }

        var value = argument.Text;
        var isUsual = s_usual.Contains(before) && IsGuessed(value);
        var isNamed = (IsOption(before) || value.Length >= ShortestGuessed) && !before.Contains('=') && Judge(before) switch
        {
            KeyVerdict.Secret => IsOption(before) ? !SecretValues.IsTrivial(value) : SecretValues.IsMixed(value) && before.AsSpan().ContainsAny('_', '-', '.'),
            KeyVerdict.Weak => IsOption(before) && !SecretValues.IsShown(value),
            KeyVerdict.SecretUnlessMeasure => IsOption(before) && !SecretValues.IsMeasure(value),
            _ => false,
        };
        if (isUsual || isNamed)
        {
            Add(argument, 0);
        }

        return isUsual || isNamed;
    }

    private bool TakeLogin(Argument argument, int start, bool isCertain, char separator)
    {
        var login = argument.Text.AsSpan(start).TrimStart('=');
        var colon = login.IndexOf(separator);
        if (colon < 0 || colon + 1 == login.Length || login.Contains("://", StringComparison.Ordinal))
        {
            return false;
        }

        if (isCertain || SecretValues.IsMixed(login[(colon + 1)..]))
        {
            Add(argument, argument.Text.Length - login.Length + colon + 1);
            return true;
        }

        return false;
    }

    private bool TakePair(Argument argument, char separator)
    {
        var text = argument.Text;
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        if (at <= 0 || text.AsSpan(0, at).ContainsAny(" ?;\"") || text.AsSpan(at).StartsWith("://"))
        {
            return false;
        }

        var name = text[..at];
        var value = text.AsSpan(at + 1);
        var isSecret = Judge(name) switch
        {
            KeyVerdict.Secret => !SecretValues.IsTrivial(value) && !(SecretValues.IsCount(value) && name.EndsWith('s')),
            KeyVerdict.Weak => !SecretValues.IsShown(value),
            KeyVerdict.SecretUnlessMeasure => !SecretValues.IsMeasure(value.ToString()),
            _ => s_usual.Contains(name) && separator == ':' && IsGuessed(value),
        };
        if (isSecret && name is not "PWD")
        {
            Add(argument, at + 1);
        }

        return isSecret;
    }

    private void TakeGuessed(Argument argument)
    {
        if (argument.Text is ['-', 'p' or 'P', _, ..] && argument.Text.Length >= ShortestGuessed + 2 && IsGuessed(argument.Text.AsSpan(2)))
        {
            Add(argument, 2);
        }
    }

    // -p 8080:80, -p /etc/nginx and -p 2222 are none.
    private static bool IsGuessed(ReadOnlySpan<char> value) =>
        value.Length >= ShortestGuessed && !value.ContainsAny("/:=,\\") && SecretValues.IsMixed(value) && !SecretValues.IsShown(value);

    private static KeyVerdict Judge(string name) => KeyVerdicts.Of(name.AsSpan().TrimStart('-').TrimStart('/'));

    private static bool IsOption(string argument) => argument.Length > 1 && (argument[0] is '-' || (argument[0] == '/' && !argument.AsSpan(1).Contains('/')));

    private static bool IsAssignment(string argument)
    {
        var at = argument.IndexOf('=', StringComparison.Ordinal);
        return at > 0 && !argument.AsSpan(0, at).ContainsAny("-/. ");
    }

    private void Add(Argument argument, int start)
    {
        var text = argument.Text;
        while (start < text.Length && text[start] is '"' or '\'' or '=')
        {
            start++;
        }

        var length = text.AsSpan(start).TrimEnd("\"'").Length;
        if (length > 0)
        {
            _found.Add(new SecretArgument(argument.Source, argument.Offset + start, length));
        }
    }
}
