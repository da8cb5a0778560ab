using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Reader = GuruReports.SnapshotReader.ResultJsonContext;

namespace GuruReports.SnapshotReader.Tests.Lifecycle;

/// <summary>What the helper writes is what the serializer would write.</summary>
public sealed class ResultWriterTests
{
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic;

    private static readonly Assembly s_helper = typeof(Reader).Assembly;
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    [Fact]
    public void Writing_EnumerationsAndNullableNumbers_AreAllDescribed()
    {
        var asked = typeof(Reader).GetFields(Hidden).Where(static field => DescribedBy(field) is { } type && (type.IsEnum || Nullable.GetUnderlyingType(type) is not null)).ToList();

        var missing = asked.Where(static field => field.GetValue(Reader.Writing) is null).Select(static field => field.Name);

        Assert.NotEmpty(asked);
        Assert.Empty(missing);
    }

    [Fact]
    public void Write_AllThatThereIs_IsWhatTheSerializerWrites()
    {
        var result = Filled(s_helper.GetType("GuruReports.Inspection.Snapshot.Model.SnapshotResult", throwOnError: true)!, 0)!;
        using var written = new MemoryStream();

        using (var writer = new Utf8JsonWriter(written))
        {
            typeof(Reader).GetMethod("Write")!.Invoke(Reader.Writing, [writer, result]);
        }

        Assert.True(JsonNode.DeepEquals(JsonSerializer.SerializeToNode(result, result.GetType(), s_json), JsonNode.Parse(written.ToArray())));
    }

    private static Type? DescribedBy(FieldInfo field) =>
        field.FieldType.IsGenericType && field.FieldType.GetGenericTypeDefinition() == typeof(JsonTypeInfo<>) ? field.FieldType.GenericTypeArguments[0] : null;

    // Everything set, everything different from its default, every list with one item; deep enough for what contains itself.
    private static object? Filled(Type type, int depth)
    {
        if (Nullable.GetUnderlyingType(type) is { } number)
        {
            return Filled(number, depth);
        }

        if (type == typeof(string))
        {
            return $"text {depth}";
        }

        if (type.IsEnum)
        {
            return Enum.GetValues(type).Cast<object>().Last();
        }

        if (type.IsPrimitive)
        {
            return Convert.ChangeType(type == typeof(bool) ? true : depth + 1, type, System.Globalization.CultureInfo.InvariantCulture);
        }

        if (typeof(IEnumerable).IsAssignableFrom(type))
        {
            return List(type.GenericTypeArguments[0], depth);
        }

        if (depth > 6)
        {
            return null;
        }

        var result = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in type.GetProperties().Where(static property => property.CanWrite))
        {
            property.SetValue(result, Filled(property.PropertyType, depth + 1));
        }

        return result;
    }

    private static IList List(Type item, int depth)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        if (Filled(item, depth + 1) is { } only)
        {
            list.Add(only);
        }

        return list;
    }
}
