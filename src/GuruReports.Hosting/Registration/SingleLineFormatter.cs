using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GuruReports.Hosting.Registration;

/// <summary>Finds a console formatter that makes one line of a report's hundreds.</summary>
/// <remarks>The library does not reference the console provider: what it says of itself is read by name, and where the names are gone nothing is told.</remarks>
internal static class SingleLineFormatter
{
    private const string Space = "Microsoft.Extensions.Logging.Console.";
    private const string Assembly = ", Microsoft.Extensions.Logging.Console";

    /// <summary>Returns the formatter's name; null when there is none such. Runs code of the service.</summary>
    /// <param name="services">The host's services.</param>
    public static string? Find(IServiceProvider services)
    {
        // Policy: a warning that cannot be made costs the warning.
        try
        {
            var hasConsole = services.GetServices<ILoggerProvider>().Any(provider => provider.GetType().FullName == Space + "ConsoleLoggerProvider");
            return hasConsole && RuntimeFeature.IsDynamicCodeSupported ? Read(services) : null;
        }
        catch (Exception)
        {
            return null;
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "What was trimmed away is not there, and then nothing is told.")]
    [UnconditionalSuppressMessage("Trimming", "IL2055", Justification = "As above.")]
    [UnconditionalSuppressMessage("Trimming", "IL2071", Justification = "As above.")]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "As above.")]
    [RequiresDynamicCode("Makes the type of the options' monitor.")]
    private static string? Read(IServiceProvider services)
    {
        var console = Type.GetType(Space + "ConsoleLoggerOptions" + Assembly);
        var simple = Type.GetType(Space + "SimpleConsoleFormatterOptions" + Assembly);
        return Value(console, "FormatterName") switch
        {
            "systemd" => "systemd",
            null or "simple" when Value(simple, "SingleLine") is true => "simple, with SingleLine",
            _ => null,
        };

        object? Value(Type? options, string property)
        {
            var type = options is null ? null : typeof(IOptionsMonitor<>).MakeGenericType(options);
            var monitor = type is null ? null : services.GetService(type);
            var current = monitor is null ? null : type!.GetProperty("CurrentValue")?.GetValue(monitor);
            return current?.GetType().GetProperty(property)?.GetValue(current);
        }
    }
}
