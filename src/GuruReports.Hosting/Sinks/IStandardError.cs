namespace GuruReports.Hosting.Sinks;

/// <summary>Standard error: a destination, and where single lines go.</summary>
internal interface IStandardError : IReportSink
{
    /// <summary>Goes the way of a line without one, so that all code for it is there.</summary>
    void Prepare();

    /// <summary>Writes one line at once.</summary>
    /// <param name="line">The line, without its end.</param>
    /// <exception cref="SinkException">The line is not there; the message says why.</exception>
    void WriteLine(string line);

    /// <summary>Writes one line where that can be done, without an exception where it cannot.</summary>
    /// <param name="line">The line, without its end.</param>
    void TryWriteLine(string line);
}
