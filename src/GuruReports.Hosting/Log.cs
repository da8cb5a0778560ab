using Microsoft.Extensions.Logging;

namespace GuruReports.Hosting;

/// <summary>The library's own log events. Identifiers are only ever added; 1 to 99 are about set-up, 100 is the report itself.</summary>
internal static partial class Log
{
#pragma warning disable CA1848, CA1873 // By the extension: the host's own first lines need the same code, so that this one costs a start nothing.
    public static void SignalArmed(ILogger logger, string armed) => logger.LogInformation(new EventId(1, nameof(SignalArmed)), "Guru Meditation Reports: {Armed}", armed);
#pragma warning restore CA1848, CA1873

    [LoggerMessage(2, LogLevel.Warning, "The setting {Key} is not known and was left alone")]
    public static partial void UnknownSetting(ILogger logger, string key);

    [LoggerMessage(3, LogLevel.Error, "Guru Meditation Reports go without {Part} of this host: {Why}")]
    public static partial void PartsFailed(ILogger logger, string part, string why);

    [LoggerMessage(5, LogLevel.Error, "Guru Meditation Reports could not be started for this host; the host goes on without them")]
    public static partial void StartFailed(ILogger logger, Exception exception);

    [LoggerMessage(6, LogLevel.Warning, "A watch rule would have made a report: {Reason}")]
    public static partial void WouldReport(ILogger logger, string reason);

    [LoggerMessage(7, LogLevel.Warning, "The request file {Path} asks for no report: {Why}")]
    public static partial void RequestFileRefused(ILogger logger, string path, string why);

    [LoggerMessage(8, LogLevel.Warning, "Last words are not kept: {Why}")]
    public static partial void NoLastWords(ILogger logger, string why);

    [LoggerMessage(9, LogLevel.Warning, "Last words: {Previous}")]
    public static partial void PreviousRun(ILogger logger, string previous);

    [LoggerMessage(10, LogLevel.Warning, "Guru Meditation Reports are turned off by GuruMeditation:Enabled: the signal is caught, and answered by one line")]
    public static partial void TurnedOff(ILogger logger);

    [LoggerMessage(11, LogLevel.Warning, "{Setting} names {Name}, and there is no such {Kind} here")]
    public static partial void UnknownName(ILogger logger, string setting, string name, string kind);

    [LoggerMessage(12, LogLevel.Warning, "Report files cannot be written as it is now: {Why}")]
    public static partial void NoDirectory(ILogger logger, string why);

    [LoggerMessage(13, LogLevel.Warning, "Settings that were loaded again cannot be used, and those before stay in force: {Why}")]
    public static partial void SettingsRefused(ILogger logger, string why);

    [LoggerMessage(14, LogLevel.Warning, "The settings {Settings} were changed: they hold from the next start on")]
    public static partial void HoldFromNextStart(ILogger logger, string settings);

    [LoggerMessage(40, LogLevel.Warning, "Reports go to ILogger, and the console formatter {Formatter} puts each on one line: set GuruMeditation:LogSummary with another destination, or take a formatter that keeps lines")]
    public static partial void OneLine(ILogger logger, string formatter);
}
