petition=http://localhost:4400/v1/petitions/stop-dna-collection

sign() {
  curl -s -w ' %{http_code}\n' -H 'Content-Type: application/json' -H "Idempotency-Key: $1" -d "$2" "$petition/signatures"
}

body='{
  "fields": {"givenName": "Ada", "familyName": "Test", "email": "ada.test@example.org", "country": "DE"},
  "consents": [{"name": "processing", "given": true, "textId": "processing-2026-11"}],
  "listed": "unlisted",
  "lang": "en"
}'
key=$(node -p 'crypto.randomUUID()')
another=$(node -p 'crypto.randomUUID()')

sign "$key" "$body"               # 201, and one more than before
sign "$key" "$body"               # the very same answer, to the byte
sign "$another" "$body"           # 201 with the same total: nobody learns that Ada has signed
sign "$key" "${body/DE/FR}"       # 422: the key belongs to another body
curl -s "$petition/count"         # one more than before
