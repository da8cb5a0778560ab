using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GuruReports.Hosting.Sinks.Logging;

/// <summary>Tells the logging libraries that store a message's template with its values, and would store a message without a template as a value with its rendering.</summary>
internal static class TemplateLoggers
{
    private static readonly string[] s_libraries = ["Serilog."];

    /// <summary>Returns whether the host logs by such a library. Runs code of the service.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="factory">The factory of its loggers.</param>
    public static bool AreUsed(IServiceProvider services, ILoggerFactory factory) =>
        IsOne(factory) || services.GetServices<ILoggerProvider>().Any(IsOne);

    private static bool IsOne(object part) =>
        part.GetType().FullName is { } name && Array.Exists(s_libraries, library => name.StartsWith(library, StringComparison.Ordinal));
}
