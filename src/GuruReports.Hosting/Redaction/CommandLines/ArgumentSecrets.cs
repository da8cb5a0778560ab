using System.Text;
using GuruReports.Hosting.Redaction.Keys;

namespace GuruReports.Hosting.Redaction.CommandLines;

/// <summary>Masks secrets in the arguments of a command. Pure, but for what the redactor remembers.</summary>
internal static class ArgumentSecrets
{
    /// <summary>Masks the secrets of a command line.</summary>
    /// <param name="arguments">The command and its arguments.</param>
    /// <param name="redactor">Masks.</param>
    /// <returns>The command line as it may be shown, one entry an argument.</returns>
    public static IReadOnlyList<string> Redact(IReadOnlyList<string> arguments, IRedactor redactor)
    {
        var found = CommandParser.Find([.. arguments.Select((text, index) => new Argument(text, index, 0))]).ToLookup(secret => secret.Source);
        return [.. arguments.Select((text, index) => Show(index > 0 ? arguments[index - 1] : "", Mask(text, found[index], redactor), redactor))];
    }

    // -id 4f1c…: the option says that it is known.
    private static string Show(string before, string text, IRedactor redactor) =>
        before.StartsWith('-') && KeyVerdicts.Of(before.AsSpan().TrimStart('-')) is KeyVerdict.Identity ? redactor.Redact(before, text)! : redactor.Redact(text);

    private static string Mask(string text, IEnumerable<SecretArgument> secrets, IRedactor redactor)
    {
        var result = new StringBuilder();
        var position = 0;
        foreach (var secret in secrets.OrderBy(secret => secret.Start).Where(secret => secret.Start >= 0))
        {
            if (secret.Start < position)
            {
                continue;
            }

            result.Append(text, position, secret.Start - position).Append(redactor.Redact("password", text.Substring(secret.Start, secret.Length)));
            position = secret.Start + secret.Length;
        }

        return position == 0 ? text : result.Append(text, position, text.Length - position).ToString();
    }
}
