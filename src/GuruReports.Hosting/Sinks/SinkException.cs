namespace GuruReports.Hosting.Sinks;

/// <summary>A destination did not take a report; the message says why, for the person who looks for it there.</summary>
internal sealed class SinkException : IOException
{
    /// <summary>Initializes the exception.</summary>
    internal SinkException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
