package sh.inference.console.api.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

import okhttp3.OkHttpClient;

/** Trusts what the platform trusts, and further certificate authorities that the operator has named. */
public final class Trust {
    private Trust() {
    }

    /** @throws GeneralSecurityException if the text holds no readable certificate */
    static void apply(String pem, OkHttpClient.Builder builder) throws GeneralSecurityException, IOException {
        if (pem.isBlank()) {
            return;
        }
        X509TrustManager both = manager(store(pem));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {both}, null);
        builder.sslSocketFactory(context.getSocketFactory(), both);
    }

    /**
     * Whom a text of certificates names, one name a certificate, for an operator to check before it is used.
     *
     * @throws GeneralSecurityException if the text holds no readable certificate
     */
    public static List<String> subjects(String pem) throws GeneralSecurityException {
        return read(pem).stream().map(certificate -> certificate.getSubjectX500Principal().getName()).toList();
    }

    private static List<X509Certificate> read(String pem) throws GeneralSecurityException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)))) {
            certificates.add((X509Certificate) one);
        }
        if (certificates.isEmpty()) {
            throw new GeneralSecurityException("no certificate in the text");
        }
        return certificates;
    }

    private static KeyStore store(String pem) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int n = 0;
        for (X509Certificate known : manager(null).getAcceptedIssuers()) {
            store.setCertificateEntry("platform-" + n++, known);
        }
        for (X509Certificate further : read(pem)) {
            store.setCertificateEntry("further-" + n++, further);
        }
        return store;
    }

    private static X509TrustManager manager(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                return x509;
            }
        }
        throw new GeneralSecurityException("no trust manager for certificates");
    }
}
