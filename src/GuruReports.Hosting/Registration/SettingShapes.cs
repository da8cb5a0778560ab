using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace GuruReports.Hosting.Registration;

/// <summary>Checks that each value of the section can be read as what its option is, so that a bad one is told with its key, its value and what is allowed.</summary>
internal static class SettingShapes
{
    /// <summary>Returns a message for each value that cannot be read.</summary>
    /// <param name="section">The section of the settings.</param>
    public static List<string> Check(IConfigurationSection section)
    {
        var failures = new List<string>();
        Visit(section, typeof(GuruMeditationOptions), (setting, type) =>
        {
            if (type is not null && setting.Value is { Length: > 0 } value && !type.IsGenericType && !CanRead(value, type))
            {
                failures.Add($"{setting.Path} is '{value}'; allowed: {Allowed(type)}.");
            }
        });
        return failures;
    }

    /// <summary>Returns the keys that are no settings: misspelled, or of another version.</summary>
    /// <param name="section">The section of the settings.</param>
    public static List<string> FindUnknown(IConfigurationSection section)
    {
        var unknown = new List<string>();
        Visit(section, typeof(GuruMeditationOptions), (setting, type) =>
        {
            if (type is null)
            {
                unknown.Add(setting.Path);
            }
        });
        return unknown;
    }

    private static void Visit(IConfigurationSection section, Type type, Action<IConfigurationSection, Type?> visit)
    {
        foreach (var child in section.GetChildren())
        {
            var property = Array.Find(type.GetProperties(), p => p.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase));
            if (property is { PropertyType: { IsClass: true } nested } && nested.Namespace == typeof(GuruMeditationOptions).Namespace)
            {
                Visit(child, nested, visit);
            }
            else
            {
                visit(child, property?.PropertyType);
            }
        }
    }

    private static bool CanRead(string value, Type type)
    {
        // As the generated binder reads them; asking first is what makes the message ours.
        var invariant = CultureInfo.InvariantCulture;
        return type == typeof(bool) ? bool.TryParse(value, out _)
            : type == typeof(int) ? int.TryParse(value, NumberStyles.Integer, invariant, out _)
            : type == typeof(long) ? long.TryParse(value, NumberStyles.Integer, invariant, out _)
            : type == typeof(double) ? double.TryParse(value, NumberStyles.Float, invariant, out _)
            : type == typeof(TimeSpan) ? TimeSpan.TryParse(value, invariant, out _)
            : !type.IsEnum || (Enum.TryParse(type, value, ignoreCase: true, out var read) && IsDefined(read, type));
    }

    private static bool IsDefined(object value, Type type) => type == typeof(ReportDestinations)
        ? ((ReportDestinations)value & ~(ReportDestinations.StandardError | ReportDestinations.Journal | ReportDestinations.Logger | ReportDestinations.File)) == 0
        : Enum.IsDefined(type, value);

    private static string Allowed(Type type) => type switch
    {
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(TimeSpan) => "a time span such as 00:00:05",
        _ when type == typeof(int) => string.Create(CultureInfo.InvariantCulture, $"a whole number up to {int.MaxValue}"),
        _ when type == typeof(long) => "a whole number",
        _ when type == typeof(double) => "a number such as 0.5",
        _ when type == typeof(ReportDestinations) => "one or several, separated by commas, of " + string.Join(", ", Enum.GetNames(type)),
        _ when type.IsEnum => "one of " + string.Join(", ", Enum.GetNames(type)),
        _ => "a " + type.Name,
    };
}
