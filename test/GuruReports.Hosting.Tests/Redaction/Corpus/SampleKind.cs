namespace GuruReports.Hosting.Tests.Redaction.Corpus;

internal enum SampleKind
{
    Setting,
    Text,
    Command,
}
