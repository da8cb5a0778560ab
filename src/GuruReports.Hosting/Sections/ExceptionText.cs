using GuruReports.Inspection.Symbols;

namespace GuruReports.Hosting.Sections;

/// <summary>Says an exception in one line.</summary>
internal static class ExceptionText
{
    private const int LongestMessage = 500;

    /// <summary>Returns type and message; an exception whose message throws is named by its type.</summary>
    public static string Short(Exception exception)
    {
        var type = TypeNames.Full(exception.GetType());
        try
        {
            var message = exception.Message;
            return $"{type}: {(message.Length > LongestMessage ? message[..LongestMessage] + "…" : message)}";
        }
        catch (Exception)
        {
            // Boundary: Message can be the service's own code.
            return type;
        }
    }
}
