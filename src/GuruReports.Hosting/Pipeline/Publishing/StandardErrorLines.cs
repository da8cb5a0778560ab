using GuruReports.Hosting.Boundary;
using GuruReports.Hosting.Redaction;
using GuruReports.Hosting.Sinks;

namespace GuruReports.Hosting.Pipeline.Publishing;

/// <summary>Writes single lines to standard error, within the time of a destination.</summary>
internal sealed class StandardErrorLines(JobRunner runner, IStandardError standardError, LostReports lost)
{
    /// <summary>The name of standard error, for people and for its quarantine.</summary>
    public const string Name = "standard error";

    /// <summary>The name of its quarantine.</summary>
    public const string JobName = "destination/" + Name;

    /// <summary>Goes the way of a line without one.</summary>
    public void Prepare(GuruMeditationOptions options) => Run(standardError.Prepare, options);

    /// <summary>Writes a line.</summary>
    public void Write(string line, IRedactor redactor, GuruMeditationOptions options)
    {
        var shown = OwnLine.Whole(line, redactor);
        lost.Note(Name, "a line", Run(() => standardError.WriteLine(shown), options));
    }

    /// <summary>Writes a line of the library's own words on this thread, in a process that has no descriptor for anything else.</summary>
    public void WriteAtOnce(string line) => standardError.TryWriteLine(line);

    private JobResult<string> Run(Action write, GuruMeditationOptions options) => runner.Run(
        JobName,
        _ =>
        {
            write();
            return Name;
        },
        options.DestinationTimeout);
}
