using System.Collections.Frozen;

namespace GuruReports.Hosting.Redaction.CommandLines;

/// <summary>The programs whose command lines carry secrets without saying so. An open table: what is not in it is judged by the names of options and the look of values.</summary>
internal static class Programs
{
    private static readonly FrozenDictionary<string, ProgramOptions> s_programs = Rows().ToFrozenDictionary(row => row.Name, row => row.Options, StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the names.</summary>
    public static IReadOnlyList<string> Names => s_programs.Keys;

    /// <summary>Returns what is known of a program; null when nothing is.</summary>
    /// <param name="name">Its file name.</param>
    public static ProgramOptions? Find(string name) =>
        s_programs.TryGetValue(name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name, out var options) ? options : null;

    private static IEnumerable<(string Name, ProgramOptions Options)> Rows() =>
    [
        .. Each("mysql mysqldump mysqladmin mysqlimport mysqlshow mysqlslap mysqlcheck mariadb mariadb-dump mariadb-admin", new() { Attached = ["-p"], Logins = ["-u"] }),
        .. Each("curl", new() { Logins = ["-u", "--user", "-U", "--proxy-user"], Secrets = ["--oauth2-bearer", "--pass", "--proxy-pass", "--tlspassword"] }),
        .. Each("wget", new() { Secrets = ["--http-password", "--ftp-password", "--proxy-password", "--password"] }),
        .. Each("http https xh", new() { Logins = ["-a", "--auth"] }),
        .. Each("ab siege wrk", new() { Logins = ["-A", "-P"] }),
        .. Each("sshpass", new() { Secrets = ["-p"] }),
        .. Each("plink pscp psftp putty", new() { Secrets = ["-pw", "-pwfile"] }),
        .. Each("lftp", new() { Logins = ["-u"], Separator = ',' }),
        .. Each("redis-cli keydb-cli valkey-cli", new() { Secrets = ["-a", "--pass"] }),
        .. Each("ldapsearch ldapmodify ldapadd ldapdelete ldappasswd ldapwhoami ldapcompare", new() { Secrets = ["-w", "-s", "-a"] }),
        .. Each("sqlcmd bcp osql isql tsql", new() { Secrets = ["-P"] }),
        .. Each("mongo mongosh mongodump mongorestore mongoexport mongoimport mongostat", new() { Secrets = ["-p", "--password"] }),
        .. Each("cqlsh influx clickhouse-client", new() { Secrets = ["-p", "-password", "--password"] }),
        .. Each("openssl", new() { Secrets = ["-k", "-K", "-passin", "-passout", "-pass", "-password", "-hmac"] }),
        .. Each("keytool jarsigner", new() { Secrets = ["-storepass", "-keypass", "-deststorepass", "-srcstorepass", "-new"] }),
        .. Each("gpg gpg2", new() { Secrets = ["--passphrase"] }),
        .. Each("ipmitool", new() { Secrets = ["-P"] }),
        .. Each("smbclient rpcclient", new() { Logins = ["-U", "--user"], Separator = '%' }),
        .. Each("snmpget snmpwalk snmpset snmpbulkwalk", new() { Secrets = ["-A", "-X", "-c"] }),
        .. Each("mosquitto_pub mosquitto_sub mosquitto_rr", new() { Secrets = ["-P", "--pw"] }),
        .. Each("zip unzip", new() { Secrets = ["-P"] }),
        .. Each("7z 7za 7zz rar unrar", new() { Attached = ["-p", "-hp"] }),
        .. Each("htpasswd", new() { Position = 3 }),
        .. Each("rabbitmqctl", new() { Behind = ["add_user", "change_password", "authenticate_user"], Position = 2 }),
        .. Each("rabbitmqadmin", new() { Secrets = ["-p", "--password"] }),
        .. Each("vault", new() { Behind = ["login", "unwrap"], Position = 1 }),
        .. Each("mc", new() { Behind = ["set", "add"], Position = 3, AndFollowing = true }),
        .. Each("docker podman buildah skopeo helm oras", new() { Behind = ["login"], Secrets = ["--password", "--dest-creds", "--src-creds", "--creds"] }),
        .. Each("az", new() { Secrets = ["-p", "--password", "--account-key", "--sas-token"] }),
        .. Each("net", new() { Behind = ["use"], Position = 2 }),
        .. Each("psexec", new() { Secrets = ["-p"] }),
        .. Each("xfreerdp rdesktop", new() { Secrets = ["-p"] }),
        .. Each("kinit", new() { Secrets = ["--password"] }),
        .. Each("nmcli", new() { Behind = ["password", "psk"], Position = 1 }),
        .. Each("expect autossh", new()),
        .. Each("ansible ansible-playbook", new() { Secrets = ["--vault-pass"] }),
        .. Each("svn", new() { Secrets = ["--password"] }),
        .. Each("restic rclone", new() { Secrets = ["--password"] }),
        .. Each("nuget", new() { Secrets = ["-ApiKey", "-Password"] }),
        .. Each("signtool", new() { Secrets = ["/p"] }),
    ];

    private static IEnumerable<(string, ProgramOptions)> Each(string names, ProgramOptions options) => names.Split(' ').Select(name => (name, options));
}
