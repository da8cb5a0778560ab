using System.Globalization;
using GuruReports.Hosting.Facts.Runtime;

namespace GuruReports.Hosting.Exceptions;

/// <summary>
/// What a database's number at the beginning of a message tells: a SQLSTATE ("28P01: password authentication failed"), on whose classes
/// databases agree, or a result code of SQLite ("SQLite Error 5: 'database is locked'"), which are its own.
/// </summary>
internal static class SqlStates
{
    private const int Length = 5;
    private const string Embedded = "SQLite Error ";

    /// <summary>Returns the kind; none where the message begins with no state, or with one that says nothing of the world outside.</summary>
    public static FailureKind Find(string message)
    {
        if (message.StartsWith(Embedded, StringComparison.Ordinal))
        {
            return OfEmbedded(message.AsSpan(Embedded.Length));
        }

        if (message.Length <= Length || message[Length] != ':')
        {
            return FailureKind.None;
        }

        foreach (var letter in message.AsSpan(0, Length))
        {
            if (!char.IsAsciiDigit(letter) && !char.IsAsciiLetterUpper(letter))
            {
                return FailureKind.None;
            }
        }

        return message[..2] switch
        {
            "08" => FailureKind.Unreachable,
            "28" => FailureKind.Authentication,
            "53" => message.StartsWith("53100", StringComparison.Ordinal) ? FailureKind.DiskFull : FailureKind.Exhausted,
            "57" => FailureKind.Rejected,
            "40" => FailureKind.Locked,
            "55" => message.StartsWith("55P03", StringComparison.Ordinal) ? FailureKind.Locked : FailureKind.None,
            _ => FailureKind.None,
        };
    }

    // https://sqlite.org/rescode.html
    private static FailureKind OfEmbedded(ReadOnlySpan<char> rest) =>
        !int.TryParse(rest[..Math.Max(0, rest.IndexOf(':'))], NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? FailureKind.None : code switch
        {
            3 or 23 => FailureKind.AccessDenied,
            5 or 6 => FailureKind.Locked,
            7 => FailureKind.OutOfMemory,
            8 or 13 => FailureKind.DiskFull,
            _ => FailureKind.None,
        };
}
