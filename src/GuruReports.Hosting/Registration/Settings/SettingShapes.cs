using System.Globalization;

namespace GuruReports.Hosting.Registration.Settings;

/// <summary>What a single value of a setting may be.</summary>
internal static class SettingShapes
{
    /// <summary>Returns whether a text can be read as a type of a setting.</summary>
    public static bool CanRead(string value, Type type)
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

    /// <summary>Returns what a setting of a type may be, in words.</summary>
    public static string Allowed(Type type) => type switch
    {
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(TimeSpan) => "a time span such as 00:00:05",
        _ when type == typeof(int) => string.Create(CultureInfo.InvariantCulture, $"a whole number up to {int.MaxValue}"),
        _ when type == typeof(long) => "a whole number",
        _ when type == typeof(double) => "a number such as 0.5",
        _ when type == typeof(ReportDestinations) => "one or several, separated by commas, of " + string.Join(", ", Enum.GetNames(type)),
        _ when type.IsEnum => "one of " + string.Join(", ", Enum.GetNames(type)),
        _ => "a text",
    };
}
