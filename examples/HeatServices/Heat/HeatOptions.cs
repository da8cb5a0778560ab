using GuruReports.Hosting;

namespace Heat;

/// <summary>The settings of the product, section <c>Heat</c>.</summary>
internal sealed class HeatOptions
{
    /// <summary>The database: a file of SQLite (<c>Data Source=heat.db</c>), or a PostgreSQL server (<c>Host=…;Username=…;Password=…</c>).</summary>
    public string Database { get; set; } = "Data Source=heat.db";

    /// <summary>A Redis server that takes the queue over from the database (<c>localhost:6379</c>); empty for none.</summary>
    public string Redis { get; set; } = "";

    /// <summary>A RabbitMQ server that does (<c>amqp://guest:guest@localhost</c>); empty for none.</summary>
    public string RabbitMq { get; set; } = "";

    /// <summary>What signs the links that the CloudFormation dialect hands out.</summary>
    [ReportSecret]
    public string Stamp { get; set; } = "not-a-real-stamp";

    /// <summary>How many operations the engine works on at once.</summary>
    public int Workers { get; set; } = 4;

    /// <summary>How long one resource takes to be made.</summary>
    public TimeSpan ResourceTime { get; set; } = TimeSpan.FromMilliseconds(50);
}
