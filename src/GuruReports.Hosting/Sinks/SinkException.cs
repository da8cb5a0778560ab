namespace GuruReports.Hosting.Sinks;

/// <summary>A destination did not take a report; the message says why, for the person who looks for it there.</summary>
internal sealed class SinkException : IOException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">Why.</param>
    /// <param name="inner">What was thrown below, or null.</param>
    internal SinkException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
