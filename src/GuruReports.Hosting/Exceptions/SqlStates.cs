using GuruReports.Hosting.Facts.Runtime;

namespace GuruReports.Hosting.Exceptions;

/// <summary>What a SQLSTATE at the beginning of a message tells ("28P01: password authentication failed"): databases agree on its classes.</summary>
internal static class SqlStates
{
    private const int Length = 5;

    /// <summary>Returns the kind; none where the message begins with no state, or with one that says nothing of the world outside.</summary>
    public static FailureKind Find(string message)
    {
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
            _ => FailureKind.None,
        };
    }
}
