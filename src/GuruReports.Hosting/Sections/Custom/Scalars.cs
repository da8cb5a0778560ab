using System.Globalization;
using System.Text;
using GuruReports.Inspection.Symbols;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.Custom;

/// <summary>Turns values that are one thing into the model, and names those that must not be looked into. Pure: waits for nothing.</summary>
internal static class Scalars
{
    private const double LargestExact = 9_007_199_254_740_992;
    private const int MostBytes = 32;

    /// <summary>Turns a value; null where it has parts to be looked at.</summary>
    public static ReportValue? Convert(object? value) => value switch
    {
        null or DBNull => new ReportText("null"),
        string text => new ReportText(text),
        bool truth => new ReportBoolean(truth),
        char character => new ReportText(character.ToString()),
        Enum name => new ReportText(name.ToString()),
        TimeSpan span => new ReportDuration(span),
        DateTimeOffset time => new ReportTime(time),
        DateTime { Kind: not DateTimeKind.Unspecified } time => new ReportTime(time),
        DateTime time => new ReportText(time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        byte[] bytes => Bytes(bytes, bytes.Length),
        ReadOnlyMemory<byte> bytes => Bytes(bytes.Span, bytes.Length),
        Memory<byte> bytes => Bytes(bytes.Span, bytes.Length),
        _ => Number(value) ?? (DataTables.Are(value) ? null : Opaque(value) ?? Text(value)),
    };

    private static ReportValue? Number(object value)
    {
        double? number = value switch
        {
            sbyte or byte or short or ushort or int or uint or float or double or Half => System.Convert.ToDouble(value is Half half ? (float)half : value, CultureInfo.InvariantCulture),
            long or ulong or decimal or nint or nuint or Int128 or UInt128 => null,
            _ => double.NaN,
        };
        if (number is null)
        {
            return Large((IFormattable)value);
        }

        return value is float or double or Half || !double.IsNaN(number.Value) ? new ReportNumber(number.Value) : null;
    }

    // The model holds numbers as doubles: one that would lose digits is shown as text.
    private static ReportValue Large(IFormattable value)
    {
        var text = value.ToString(null, CultureInfo.InvariantCulture);
        var number = double.Parse(text, CultureInfo.InvariantCulture);
        var isExact = Math.Abs(number) < LargestExact && (value is not decimal fraction || (decimal)number == fraction);
        return isExact ? new ReportNumber(number) : new ReportText(text);
    }

    // Looking into these would wait, make something, or walk through half the process.
    private static ReportText? Opaque(object value) => value switch
    {
        Task task => new ReportText(Say(task)),
        CancellationToken token => new ReportText(token.IsCancellationRequested ? "cancelled" : "not cancelled"),
        CancellationTokenSource source => new ReportText(source.IsCancellationRequested ? "cancelled" : "not cancelled"),
        Delegate function => new ReportText($"function {function.Method.DeclaringType?.Name}.{function.Method.Name}"),
        Thread thread => new ReportText($"thread #{thread.ManagedThreadId} {thread.Name}".TrimEnd()),
        Stream or TextReader or TextWriter or WaitHandle or IServiceProvider or WeakReference => new ReportText($"({TypeNames.Short(value.GetType())})"),
        Type type => new ReportText(TypeNames.Full(type)),
        _ => IsByName(value.GetType()) ? new ReportText($"({TypeNames.Short(value.GetType())})") : null,
    };

    private static ReportText? Text(object value) => value switch
    {
        StringBuilder or Guid or Uri or Version or DateOnly or TimeOnly or Rune or CultureInfo or Encoding or System.Net.IPAddress or System.Net.EndPoint
            or System.Reflection.MemberInfo or System.Reflection.Assembly or System.Reflection.Module => new ReportText(value.ToString() ?? ""),
        IFormattable number when OptionalTypes.IsBigNumber(value.GetType()) => new ReportText(number.ToString(null, CultureInfo.InvariantCulture)),
        _ when value.GetType().Namespace == "System.Xml.Linq" || OptionalTypes.Derives(value, OptionalTypes.XmlNode) => new ReportText(value.ToString() ?? ""),
        _ => null,
    };

    private static string Say(Task task)
    {
        var state = task.IsCompleted ? task.Status.ToString() : $"not completed ({task.Status})";
        return task.Exception?.GetBaseException() is { } exception ? $"task, {state}: {ExceptionText.Short(exception)}" : $"task, {state}";
    }

    private static bool IsByName(Type type)
    {
        if (!type.IsGenericType)
        {
            return type == typeof(ValueTask);
        }

        var open = type.GetGenericTypeDefinition();
        return open == typeof(ValueTask<>) || open == typeof(Lazy<>) || open == typeof(ThreadLocal<>) || open == typeof(AsyncLocal<>) || open == typeof(WeakReference<>);
    }

    private static ReportText Bytes(ReadOnlySpan<byte> bytes, int length)
    {
        var shown = System.Convert.ToHexStringLower(bytes[..Math.Min(length, MostBytes)]);
        return new ReportText($"{Measures.Count(length, "byte")}{(length == 0 ? "" : $": {shown}")}{(length > MostBytes ? "…" : "")}");
    }
}
