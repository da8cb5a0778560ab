using GuruReports.Hosting.Redaction;
using GuruReports.Hosting.Redaction.CommandLines;

namespace GuruReports.Hosting.Tests.Redaction.Corpus;

/// <summary>Masks a sample that the redactor has never seen, in one of the places where it can stand.</summary>
internal static class FirstContact
{
    public static IReadOnlyDictionary<string, Func<CorpusSample, string>> Places { get; } = new Dictionary<string, Func<CorpusSample, string>>
    {
        ["as it is"] = Plain,
        ["JSON"] = sample => Text(sample, (key, value) => $"{{\"{Json(key)}\":\"{Json(value)}\",\"n\":1}}"),
        ["XML element"] = sample => Text(sample, (key, value) => $"<a><{XmlName(key)}>{Xml(value)}</{XmlName(key)}></a>"),
        ["XML attribute"] = sample => Text(sample, (key, value) => $"<add key=\"{Xml(key)}\" value=\"{Xml(value)}\" />"),
        ["name and value"] = sample => Text(sample, (key, value) => $"{{\"name\": \"{Json(key)}\", \"value\": \"{Json(value)}\"}}"),
        ["YAML"] = sample => Text(sample, (key, value) => $"settings:\n  {key.Replace(':', '_')}: {value}\n  n: 1"),
        ["assignment"] = sample => Text(sample, (key, value) => $"{key.Replace(":", "__", StringComparison.Ordinal)}={value}"),
    };

    private static string Plain(CorpusSample sample) => sample.Kind switch
    {
        SampleKind.Setting => New().Redact(sample.Key, sample.Value)!,
        SampleKind.Command => string.Join(' ', ArgumentSecrets.Redact(sample.Arguments, New())),
        _ => New().Redact(sample.Value),
    };

    private static string Text(CorpusSample sample, Func<string, string, string> write) =>
        sample.Kind is SampleKind.Setting ? New().Redact(write(sample.Key, sample.Value)) : Plain(sample);

    private static SecretRedactor New() => new(new RedactionOptions());

    private static string Json(string text) => System.Text.Json.JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value;

    private static string Xml(string text) => System.Security.SecurityElement.Escape(text);

    private static string XmlName(string key) => System.Xml.XmlConvert.EncodeLocalName(key.Replace(':', '.').Replace('/', '.'))!;
}
