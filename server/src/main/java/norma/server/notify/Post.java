package norma.server.notify;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Posts to an address that was chosen before, under the name that was asked for: Java's own client would look the name up
 * anew. One connection for each request; of the answer its head alone is read. A redirect is an answer like any other.
 */
final class Post implements AutoCloseable {

    private static final int LONGEST_LINE = 8_192;
    private static final int MOST_HEADERS = 200;
    private static final Timeout CONNECTING = Timeout.ofSeconds(5);

    private final SSLContext tls;
    private final Duration longest;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "post-watch");
        thread.setDaemon(true);
        return thread;
    });

    /** @param longest for the whole of one request */
    Post(SSLContext tls, Duration longest) {
        this.tls = tls;
        this.longest = longest;
    }

    /** @param headers by name in lower case */
    record Response(int status, Map<String, String> headers) {}

    Response send(URI endpoint, InetAddress address, Map<String, String> headers, byte[] body) throws IOException {
        HttpPost request = new HttpPost(endpoint);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, null));
        try (CloseableHttpClient http = client(address)) {
            ScheduledFuture<?> end = watch.schedule(request::cancel, longest.toMillis(), TimeUnit.MILLISECONDS);
            try (ClassicHttpResponse answer = http.executeOpen(null, request, null)) {
                return response(answer);
            } finally {
                end.cancel(false);
            }
        }
    }

    private CloseableHttpClient client(InetAddress address) {
        return HttpClients.custom()
                .setConnectionManager(connections(address))
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableDefaultUserAgent()
                .build();
    }

    private HttpClientConnectionManager connections(InetAddress address) {
        Http1Config heads = Http1Config.custom()
                .setMaxLineLength(LONGEST_LINE)
                .setMaxHeaderCount(MOST_HEADERS)
                .setMaxEmptyLineCount(1)
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new Chosen(address))
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(heads)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECTING)
                        .setSocketTimeout(Timeout.of(longest))
                        .build())
                .build();
    }

    private static Response response(ClassicHttpResponse answer) {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : answer.getHeaders())
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        return new Response(answer.getCode(), headers);
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    /** Whatever the name, this is where it leads. */
    private record Chosen(InetAddress address) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) {
            return new InetAddress[] {address};
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            return host;
        }
    }
}
