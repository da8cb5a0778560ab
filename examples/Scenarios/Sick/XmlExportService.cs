using System.Xml.Serialization;

namespace Scenarios.Sick;

/// <summary>Makes an XmlSerializer with a root attribute for each document: each one emits an assembly that stays.</summary>
internal sealed class XmlExportService : BackgroundService
{
    private int _written;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        new Crew().Start("xml-export", () => ExportAll(stoppingToken));

        Ready.When(() => Volatile.Read(ref _written) >= 150);
        return Task.CompletedTask;
    }

    private void ExportAll(CancellationToken stoppingToken)
    {
        for (var number = 0; number < 150 && !stoppingToken.IsCancellationRequested; number++)
        {
            Export(new XmlDocumentRow { Number = number });
            Interlocked.Increment(ref _written);
        }

        Thread.Sleep(Timeout.Infinite);
    }

    private static void Export(XmlDocumentRow row)
    {
        var serializer = new XmlSerializer(typeof(XmlDocumentRow), new XmlRootAttribute("document"));
        serializer.Serialize(TextWriter.Null, row);
    }
}
